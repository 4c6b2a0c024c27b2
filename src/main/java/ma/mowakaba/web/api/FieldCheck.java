package ma.mowakaba.web.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.kernel.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Reads what a caller wrote, field by field, and names everything that is wrong in one answer. */
final class FieldCheck {
    private final List<FieldError> errors = new ArrayList<>();

    /** @return the text, blank when it is missing */
    String required(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            wrong(field, "required");
            return "";
        }
        return text;
    }

    void atMost(String field, @Nullable String text, int characters) {
        if (text != null && text.length() > characters) {
            wrong(field, "too-long");
        }
    }

    void atMostBytes(String field, @Nullable String text, int bytes) {
        if (text != null && text.getBytes(StandardCharsets.UTF_8).length > bytes) {
            wrong(field, "too-long");
        }
    }

    /** @return what the reader makes of the text; empty when there is none, and when it is wrong */
    <T> Optional<T> read(String field, @Nullable String text, Function<String, T> reader) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text.strip()));
        } catch (Problem | IllegalArgumentException | java.time.DateTimeException e) {
            wrong(field, "invalid");
            return Optional.empty();
        }
    }

    void wrong(String field, String subject) {
        errors.add(new FieldError(field, subject));
    }

    /** @throws Problem INVALID with every field that is wrong */
    void done() {
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
    }
}
