package ma.mowakaba.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A header value with parameters, whole or in pieces, quoted or not, in whatever state.
 *
 * @param value what stands before the first semicolon
 * @param named decoded, by lower-case name
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2231">RFC 2231</a>
 */
record Parameters(String value, Map<String, String> named) {

    private static final int MOST = 200;
    private static final int LONGEST = 5_000;

    Parameters {
        named = Map.copyOf(named);
    }

    /** @return empty when it is not given or blank */
    Optional<String> get(String name) {
        return Optional.ofNullable(named.get(name)).filter(given -> !given.isBlank());
    }

    /** @param header one character a byte */
    static Parameters of(String header) {
        List<String> pieces = pieces(header);
        Map<String, Segments> segments = new LinkedHashMap<>();
        for (String piece : pieces.subList(1, pieces.size())) {
            int equals = piece.indexOf('=');
            if (equals > 0) {
                String name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                String[] marks = name.split("\\*", -1);
                segments.computeIfAbsent(marks[0].strip(), any -> new Segments())
                        .add(marks, unquoted(piece.substring(equals + 1).strip()));
            }
        }
        Map<String, String> named = new HashMap<>();
        segments.forEach((name, parts) -> named.put(name, parts.text()));
        return new Parameters(pieces.getFirst().replaceFirst("[ \\t(].*", "").strip(), named);
    }

    /** Divided at semicolons that are not in quotes; a quote that is never closed is a letter like others. */
    private static List<String> pieces(String header) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        String line = header.substring(0, Math.min(LONGEST, header.length())).strip();
        for (int at = 0; at < line.length() && pieces.size() < MOST; at++) {
            if (line.charAt(at) == '"') {
                at = closed(line, at);
            } else if (line.charAt(at) == ';') {
                pieces.add(line.substring(from, at));
                from = at + 1;
            }
        }
        pieces.add(line.substring(from));
        return pieces;
    }

    /** @return where the quote that opens here is closed; here when nowhere */
    private static int closed(String line, int open) {
        int at = open + 1;
        while (at < line.length() && line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' && at + 1 < line.length() && line.charAt(at + 1) == '"' ? 2 : 1;
        }
        return at < line.length() ? at : open;
    }

    /** Backslashes of a path are no escapes. */
    private static String unquoted(String text) {
        if (!text.startsWith("\"")) {
            int comment = text.indexOf(" (");
            return comment > 0 && text.endsWith(")") && text.indexOf('.', comment) < 0
                    ? text.substring(0, comment).strip()
                    : text;
        }
        int end = closed(text, 0);
        return text.substring(1, end == 0 ? text.length() : end)
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }

    /** The pieces of one parameter. */
    private static final class Segments {

        private final TreeMap<Integer, byte[]> bytes = new TreeMap<>();
        private Optional<String> plain = Optional.empty();
        private Optional<String> charset = Optional.empty();

        /** @param marks the name, its number and an empty string for an encoded piece, as far as they are there */
        void add(String[] marks, String text) {
            if (marks.length == 1) {
                plain = plain.or(() -> Optional.of(text));
                return;
            }
            boolean encoded = marks[marks.length - 1].isBlank();
            String digits = marks[1].strip();
            int number = digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
            bytes.putIfAbsent(number, encoded ? percent(label(number, text)) : latin(text));
        }

        private String label(int number, String text) {
            int first = text.indexOf('\'');
            int second = text.indexOf('\'', first + 1);
            if (number > 0 || first < 0 || second < 0) {
                return text;
            }
            charset = Optional.of(text.substring(0, first)).filter(name -> !name.isBlank());
            return text.substring(second + 1);
        }

        String text() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            bytes.values().forEach(all::writeBytes);
            String whole = Charsets.decode(all.toByteArray(), charset);
            return whole.isBlank() ? plain.map(Segments::loose).orElse("") : HeaderText.decode(whole);
        }

        /** Some write the percent signs without saying so. */
        private static String loose(String text) {
            String decoded = HeaderText.decode(text);
            return decoded.matches("[\\x21-\\x7e]*(%[89A-Fa-f][0-9A-Fa-f]){2}[\\x21-\\x7e]*")
                    ? Charsets.unicode(percent(decoded)).orElse(decoded)
                    : decoded;
        }

        private static byte[] latin(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        private static byte[] percent(String text) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
            byte[] letters = latin(text);
            for (int i = 0; i < letters.length; i++) {
                int value = letters[i] == '%' && i + 2 < letters.length
                        ? TransferDecoding.hex(letters[i + 1], letters[i + 2])
                        : -1;
                bytes.write(value < 0 ? letters[i] : value);
                i += value < 0 ? 0 : 2;
            }
            return bytes.toByteArray();
        }
    }
}
