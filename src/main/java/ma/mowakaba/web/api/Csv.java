package ma.mowakaba.web.api;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of records as CSV: a column a component, in their order. No cell can be taken for a formula by a spreadsheet.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class Csv {

    /** Tells spreadsheets that this is UTF-8, without which Arabic is unreadable there. */
    private static final String BOM = "\uFEFF";

    private Csv() {}

    static <T extends Record> String of(Class<T> type, List<T> rows) {
        List<RecordComponent> columns = Arrays.asList(type.getRecordComponents());
        Stream<String> lines = rows.stream()
                .map(row ->
                        columns.stream().map(column -> cell(value(column, row))).collect(Collectors.joining(",")));
        String head = columns.stream().map(RecordComponent::getName).collect(Collectors.joining(","));
        return BOM + Stream.concat(Stream.of(head), lines).collect(Collectors.joining("\r\n")) + "\r\n";
    }

    private static @Nullable Object value(RecordComponent column, Record row) {
        try {
            column.getAccessor().setAccessible(true);
            return column.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record reads its own components", e);
        }
    }

    static String cell(@Nullable Object value) {
        String text = text(value);
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 && !(value instanceof Number);
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",;\r\n\t'].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Optional<?> maybe -> text(maybe.orElse(null));
            case List<?> list -> list.stream().map(Csv::text).collect(Collectors.joining(" | "));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .sorted()
                        .collect(Collectors.joining(" | "));
            default -> String.valueOf(value);
        };
    }
}
