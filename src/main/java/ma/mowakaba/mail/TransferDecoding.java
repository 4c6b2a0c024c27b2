package ma.mowakaba.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ma.mowakaba.ticket.IncomingMessage.AttachmentDraft;

/**
 * Undoes base64 and quoted-printable, and does as much as can be done where they are broken or cut off. An unknown encoding is left as
 * it came.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2045#section-6">RFC 2045 §6</a>
 */
final class TransferDecoding {

    private static final Set<String> ENCODED =
            Set.of("base64", "quoted-printable", "uuencode", "x-uuencode", "x-uue", "uue");

    private TransferDecoding() {}

    /** @param encoding as the header says, with whatever stands behind the word */
    static byte[] decode(byte[] raw, String encoding) {
        return switch (word(encoding)) {
            case "base64" -> base64(raw);
            case "quoted-printable" -> quotedPrintable(raw);
            case "uuencode", "x-uuencode", "x-uue", "uue" -> uuencoded(raw);
            default -> raw;
        };
    }

    /** @return whether the body is something else than the bytes that travel */
    static boolean known(String encoding) {
        return ENCODED.contains(word(encoding));
    }

    private static String word(String encoding) {
        return encoding.replaceAll("[\"']", "")
                .strip()
                .replaceFirst("(?s)[\\s;(].*", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Ends at the padding, since some servers write a footer behind it; what is no letter of base64 is passed over. */
    private static byte[] base64(byte[] raw) {
        byte[] letters = new byte[raw.length];
        int count = 0;
        for (byte b : raw) {
            if (b == '=' && count % 4 > 1) {
                break;
            }
            if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '+' || b == '/') {
                letters[count++] = b;
            }
        }
        int whole = count % 4 == 1 ? count - 1 : count;
        return Base64.getDecoder().decode(whole == letters.length ? letters : Arrays.copyOf(letters, whole));
    }

    private static byte[] quotedPrintable(byte[] raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '=') {
                bytes.write(raw[i]);
                continue;
            }
            int soft = softBreak(raw, i + 1);
            int value = soft > 0 || i + 2 >= raw.length ? -1 : hex(raw[i + 1], raw[i + 2]);
            if (soft > 0) {
                i = soft;
            } else if (value >= 0) {
                bytes.write(value);
                i += 2;
            } else {
                bytes.write('=');
            }
        }
        return bytes.toByteArray();
    }

    /** @return where the line break after an equals sign ends, as it may with the text; 0 when there is none */
    private static int softBreak(byte[] raw, int from) {
        int at = from;
        while (at < raw.length && (raw[at] == ' ' || raw[at] == '\t')) {
            at++;
        }
        if (at < raw.length && raw[at] == '\r' && at + 1 < raw.length && raw[at + 1] == '\n') {
            return at + 1;
        }
        return at == raw.length || raw[at] == '\n' || raw[at] == '\r' ? at : 0;
    }

    /** @return 0 to 255; -1 when these are no hexadecimal digits */
    static int hex(byte high, byte low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first << 4 | second;
    }

    private static byte[] uuencoded(byte[] raw) {
        List<AttachmentDraft> files =
                Uuencoded.in(new String(raw, StandardCharsets.ISO_8859_1)).files();
        return files.isEmpty() ? raw : files.getFirst().bytes();
    }
}
