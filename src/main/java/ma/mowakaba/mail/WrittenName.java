package ma.mowakaba.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The name of a file in the headers of its part, in both ways that mail programs know: the standard one, and the encoded words of those
 * that never learned it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2231">RFC 2231</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2047">RFC 2047</a>
 */
final class WrittenName {

    private static final String LINE = ";\r\n\t";
    private static final String UNTOUCHED = "!#$&+-.^_`|~";
    private static final int LONGEST_WORD = 39;
    private static final int LONGEST_PIECE = 54;

    private WrittenName() {}

    /** @return for {@code Content-Disposition}, beginning with a semicolon */
    static String disposition(String name) {
        return isPlain(name) ? words("filename", name) : words("filename", name) + pieces(name);
    }

    /** @return for {@code Content-Type}, beginning with a semicolon */
    static String type(String name) {
        return words("name", name);
    }

    private static boolean isPlain(String name) {
        return name.length() < LONGEST_PIECE
                && name.chars().allMatch(c -> c >= ' ' && c < 127 && c != '"' && c != '\\');
    }

    private static String words(String key, String name) {
        if (isPlain(name)) {
            return LINE + key + "=\"" + name + "\"";
        }
        List<String> words = new ArrayList<>();
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        for (int point : name.codePoints().toArray()) {
            byte[] letter = Character.toString(point).getBytes(StandardCharsets.UTF_8);
            if (word.size() + letter.length > LONGEST_WORD) {
                words.add(encoded(word));
                word.reset();
            }
            word.writeBytes(letter);
        }
        words.add(encoded(word));
        return LINE + key + "=\"" + String.join("\r\n\t", words) + "\"";
    }

    private static String encoded(ByteArrayOutputStream word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(word.toByteArray()) + "?=";
    }

    private static String pieces(String name) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder("UTF-8''");
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            String letter = isUntouched(b) ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff);
            if (piece.length() + letter.length() > LONGEST_PIECE) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(letter);
        }
        pieces.add(piece.toString());
        if (pieces.size() == 1) {
            return LINE + "filename*=" + pieces.getFirst();
        }
        StringBuilder all = new StringBuilder();
        for (int at = 0; at < pieces.size(); at++) {
            all.append(LINE).append("filename*").append(at).append("*=").append(pieces.get(at));
        }
        return all.toString();
    }

    private static boolean isUntouched(byte b) {
        return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || UNTOUCHED.indexOf(b) >= 0;
    }
}
