package ma.mowakaba.mail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes to text when the label may be missing, unknown or wrong. Mail of this country is UTF-8, windows-1256 (Arabic) or windows-1252
 * (French), whatever it says it is.
 */
final class Charsets {

    private static final Charset ARABIC = Charset.forName("windows-1256");
    private static final Charset FRENCH = Charset.forName("windows-1252");

    /** Labels that programs write and Java does not know, or that mean more than they say. */
    private static final Map<String, Charset> MEANT = Map.ofEntries(
            Map.entry("utf8", StandardCharsets.UTF_8),
            Map.entry("unicode-1-1-utf-8", StandardCharsets.UTF_8),
            Map.entry("utf-8n", StandardCharsets.UTF_8),
            Map.entry("cp-1256", ARABIC),
            Map.entry("win-1256", ARABIC),
            Map.entry("windows1256", ARABIC),
            Map.entry("x-cp1256", ARABIC),
            Map.entry("iso-8859-1", FRENCH),
            Map.entry("latin1", FRENCH),
            Map.entry("cp-1252", FRENCH),
            Map.entry("windows1252", FRENCH),
            Map.entry("x-cp1252", FRENCH),
            Map.entry("iso-8859-6-e", Charset.forName("iso-8859-6")),
            Map.entry("iso-8859-6-i", Charset.forName("iso-8859-6")));

    private Charsets() {}

    /** @param label as the mail says; empty when it does not */
    static String decode(byte[] bytes, Optional<String> label) {
        Optional<Charset> named = label.flatMap(Charsets::named);
        if (named.isPresent() && wide(named.get())) {
            return new String(bytes, named.get());
        }
        Optional<String> unicode = strict(bytes, StandardCharsets.UTF_8);
        if (unicode.isPresent()) {
            return unicode.get();
        }
        return named.filter(charset -> !charset.equals(StandardCharsets.UTF_8) && !charset.equals(FRENCH))
                .flatMap(charset -> strict(bytes, charset))
                .orElseGet(() -> guess(bytes, named));
    }

    /** A charset that valid UTF-8 could be mistaken for, or that shares no bytes with ASCII. */
    private static boolean wide(Charset charset) {
        String name = charset.name().toLowerCase(Locale.ROOT);
        return name.startsWith("utf-16") || name.startsWith("utf-32") || name.startsWith("iso-2022");
    }

    private static Optional<Charset> named(String label) {
        String name = label.strip().replaceAll("^[\"']+|[\"';]+$", "").toLowerCase(Locale.ROOT);
        Charset meant = MEANT.get(name);
        if (meant != null) {
            return Optional.of(meant);
        }
        try {
            Charset charset = Charset.forName(name);
            return charset.equals(StandardCharsets.US_ASCII) ? Optional.empty() : Optional.of(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String guess(byte[] bytes, Optional<Charset> named) {
        String unicode = new String(bytes, StandardCharsets.UTF_8);
        long broken = unicode.chars().filter(c -> c == '\uFFFD').count();
        long whole = unicode.chars().filter(c -> c > 127 && c != '\uFFFD').count();
        if (whole > broken * 4) {
            return unicode;
        }
        return new String(
                bytes, mostlyHigh(bytes) ? ARABIC : named.filter(FRENCH::equals).orElse(FRENCH));
    }

    /** Arabic in one byte a letter is nearly all above 127; French hardly ever is. */
    private static boolean mostlyHigh(byte[] bytes) {
        int high = 0;
        int latin = 0;
        for (byte b : bytes) {
            if (b < 0) {
                high++;
            } else if (Character.isLetter(b)) {
                latin++;
            }
        }
        return high >= 3 && high > latin;
    }
}
