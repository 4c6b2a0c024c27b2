package ma.mowakaba.mail;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Header values to text: encoded words with spaces, without an end, cut within a letter or within a group of base64, unknown charsets and
 * bare 8-bit bytes included. Never throws.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2047">RFC 2047</a>
 */
final class HeaderText {

    private static final int LONGEST_LABEL = 60;

    private final StringBuilder text = new StringBuilder();
    private final EncodedWords words = new EncodedWords();
    private final boolean bytes;

    private HeaderText(boolean bytes) {
        this.bytes = bytes;
    }

    /** @param raw one character a byte, folded or not */
    static String decode(String raw) {
        return new HeaderText(true).read(raw.replace("\r", "").replace("\n", ""));
    }

    /** @param text of characters, that may contain encoded words */
    static String decodeWords(String text) {
        return text.contains("=?") ? new HeaderText(false).read(text) : clean(text);
    }

    private String read(String raw) {
        int end = 0;
        for (int at = raw.indexOf("=?"); at >= 0; at = raw.indexOf("=?", at)) {
            int mark = raw.indexOf('?', at + 2);
            if (mark < 0 || mark - at > LONGEST_LABEL || !encoding(raw, mark)) {
                at += 2;
                continue;
            }
            String between = raw.substring(end, at);
            if (end == 0 || !between.isBlank()) {
                plain(between);
            }
            end = end(raw, mark + 3);
            words.add(raw.substring(at + 2, mark), raw.charAt(mark + 1), letters(raw, mark + 3, end));
            at = end;
        }
        plain(raw.substring(Math.min(end, raw.length())));
        text.append(words.take());
        return clean(text);
    }

    private static boolean encoding(String raw, int mark) {
        return mark + 2 < raw.length() && "BbQq".indexOf(raw.charAt(mark + 1)) >= 0 && raw.charAt(mark + 2) == '?';
    }

    /** @return behind the word; behind its last letter where it has no end. The sign that fills up base64 begins no other word. */
    private static int end(String raw, int from) {
        int end = raw.indexOf("?=", from);
        if (end >= 0 && raw.lastIndexOf("=?", end - 2) < from) {
            return end + 2;
        }
        int blank = raw.indexOf(' ', from);
        return blank < 0 ? raw.length() : blank;
    }

    private static String letters(String raw, int from, int end) {
        return raw.startsWith("?=", end - 2) && end - 2 >= from
                ? raw.substring(from, end - 2)
                : raw.substring(from, end);
    }

    private void plain(String part) {
        if (!part.isEmpty()) {
            text.append(words.take()).append(bytes ? bytesAsText(part) : part);
        }
    }

    /** @param part one character a byte, or characters that somebody decoded already */
    static String bytesAsText(String part) {
        if (part.chars().allMatch(c -> c < 128) || part.chars().anyMatch(c -> c > 255)) {
            return part;
        }
        return Charsets.decode(part.getBytes(StandardCharsets.ISO_8859_1), Optional.empty());
    }

    /** One line, without control characters, halves of characters and the marks that turn the direction of what follows. */
    static String clean(CharSequence text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c < 0x202A || c > 0x202E)
                .filter(c -> c < 0x2066 || c > 0x2069)
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .map(Charsets::whole)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }
}
