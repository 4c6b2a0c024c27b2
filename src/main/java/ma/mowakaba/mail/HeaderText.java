package ma.mowakaba.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Header values to text: encoded words whose letters are cut in two between words, unknown charsets, and bare 8-bit bytes included.
 * Never throws.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2047">RFC 2047</a>
 */
final class HeaderText {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([BbQq])\\?([^?\\r\\n]*)\\?=");

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String charset = "";

    private HeaderText() {}

    /** @param raw one character a byte, folded or not */
    static String decode(String raw) {
        return new HeaderText().read(raw.replace("\r", "").replace("\n", ""));
    }

    private String read(String raw) {
        Matcher word = WORD.matcher(raw);
        int end = 0;
        while (word.find()) {
            String between = raw.substring(end, word.start());
            if (end == 0 || !between.isBlank()) {
                plain(between);
            }
            encoded(word);
            end = word.end();
        }
        plain(raw.substring(end));
        flush();
        return clean(text);
    }

    private void plain(String part) {
        if (!part.isEmpty()) {
            flush();
            text.append(bytesAsText(part));
        }
    }

    /** Neighbours of one charset are decoded together, since some programs cut a letter in two. */
    private void encoded(Matcher word) {
        String label = word.group(1).replaceAll("\\*.*", "");
        if (!label.equalsIgnoreCase(charset)) {
            flush();
            charset = label;
        }
        pending.writeBytes(word.group(2).equalsIgnoreCase("B") ? base64(word.group(3)) : quoted(word.group(3)));
    }

    private void flush() {
        if (pending.size() > 0) {
            text.append(Charsets.decode(pending.toByteArray(), Optional.of(charset)));
            pending.reset();
        }
        charset = "";
    }

    private static String bytesAsText(String part) {
        if (part.chars().allMatch(c -> c < 128) || part.chars().anyMatch(c -> c > 255)) {
            return part;
        }
        return Charsets.decode(part.getBytes(StandardCharsets.ISO_8859_1), Optional.empty());
    }

    private static byte[] base64(String word) {
        String letters = word.replaceAll("[^A-Za-z0-9+/]", "");
        int whole = letters.length() % 4 == 1 ? letters.length() - 1 : letters.length();
        return Base64.getDecoder().decode(letters.substring(0, whole));
    }

    private static byte[] quoted(String word) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int value = c == '=' && i + 2 < word.length() ? hex(word.charAt(i + 1), word.charAt(i + 2)) : -1;
            if (value >= 0) {
                bytes.write(value);
                i += 2;
            } else {
                bytes.write(c == '_' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }

    private static int hex(char high, char low) {
        int value = Character.digit(high, 16) << 4 | Character.digit(low, 16);
        return Character.digit(high, 16) < 0 || Character.digit(low, 16) < 0 ? -1 : value;
    }

    /** One line, without control characters and without the marks that turn the direction of what follows. */
    static String clean(CharSequence text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c < 0x202A || c > 0x202E)
                .filter(c -> c < 0x2066 || c > 0x2069)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }
}
