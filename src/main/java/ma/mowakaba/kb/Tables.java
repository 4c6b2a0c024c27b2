package ma.mowakaba.kb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads the tables of {@code kb/analysis}: columns separated by tabs, variants by |, comments after #. */
final class Tables {

    private Tables() {}

    /** @return the cells of each line, trimmed */
    static List<List<String>> rows(String resource) {
        return lines(resource)
                .map(line ->
                        Arrays.stream(line.split("\t", -1)).map(String::strip).toList())
                .toList();
    }

    static List<String> variants(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .map(String::strip)
                .filter(form -> !form.isEmpty())
                .toList();
    }

    /** @return the lines that are not empty and no comment */
    static java.util.stream.Stream<String> lines(String resource) {
        try (InputStream in = Tables.class.getResourceAsStream("/kb/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("kb/" + resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
