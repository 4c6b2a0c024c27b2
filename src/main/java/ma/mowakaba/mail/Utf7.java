package ma.mowakaba.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * UTF-7, which Java does not know. Only ever used where a mail says so: guessed, it would let text turn into markup.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2152">RFC 2152</a>
 */
final class Utf7 {

    private static final Pattern SHIFTED = Pattern.compile("\\+([A-Za-z0-9+/]*+)-?");

    private Utf7() {}

    static String decode(byte[] bytes) {
        return SHIFTED.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).isEmpty() ? "+" : units(found.group(1))));
    }

    /** Two bytes a character; what is left over fills up the last letter. */
    private static String units(String letters) {
        int whole = letters.length() % 4 == 1 ? letters.length() - 1 : letters.length();
        byte[] bytes = Base64.getDecoder().decode(letters.substring(0, whole));
        return new String(bytes, 0, bytes.length / 2 * 2, StandardCharsets.UTF_16BE);
    }
}
