package ma.mowakaba.demo.player;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the voices say: tab-separated tables of the class path folder {@code demo}. */
public final class Scripts {

    private Scripts() {}

    public static List<List<String>> read(String name) {
        try (InputStream in = Scripts.class.getResourceAsStream("/demo/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> List.of(line.replace("\\n", "\n").split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
