package ma.mowakaba.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bytes to text when the label may be missing, unknown or wrong. Valid UTF-8 is UTF-8 whatever it says it is; a label of the western
 * charsets, which every byte string fits, is a hint and no more.
 */
final class Charsets {

    static final Charset ARABIC = Charset.forName("windows-1256");
    static final Charset ISO_ARABIC = Charset.forName("iso-8859-6");
    static final Charset FRENCH = Charset.forName("windows-1252");

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
            Map.entry("iso8859-1", FRENCH),
            Map.entry("latin1", FRENCH),
            Map.entry("cp-1252", FRENCH),
            Map.entry("windows1252", FRENCH),
            Map.entry("x-cp1252", FRENCH),
            Map.entry("iso-8859-6-e", ISO_ARABIC),
            Map.entry("iso-8859-6-i", ISO_ARABIC),
            Map.entry("gb2312", Charset.forName("gb18030")),
            Map.entry("gbk", Charset.forName("gb18030")),
            Map.entry("x-gbk", Charset.forName("gb18030")),
            Map.entry("ks_c_5601-1987", Charset.forName("x-windows-949")));

    private static final Set<String> SEVEN = Set.of("utf-7", "utf7", "unicode-1-1-utf-7", "x-unicode-1-1-utf-7");
    private static final Set<Charset> HINTS =
            Set.of(FRENCH, StandardCharsets.UTF_8, Charset.forName("iso-8859-15"), Charset.forName("iso-8859-9"));

    private Charsets() {}

    /** @param label as the mail says; empty when it does not */
    static String decode(byte[] bytes, Optional<String> label) {
        String name = label.map(Charsets::bare).orElse("");
        String text = SEVEN.contains(name) ? Utf7.decode(bytes) : decoded(bytes, named(name));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes, Optional<Charset> named) {
        Optional<Charset> wide = named.filter(charset -> wide(charset, bytes)).or(() -> marked(bytes));
        if (wide.isPresent()) {
            return new String(bytes, wide.get());
        }
        return unicode(bytes)
                .or(() -> named.filter(charset -> !HINTS.contains(charset))
                        .map(charset -> CharsetGuess.arabic(bytes, charset))
                        .flatMap(charset -> strict(bytes, charset)))
                .orElseGet(() -> new String(bytes, CharsetGuess.of(bytes, named)));
    }

    /** @return the text when these bytes are valid UTF-8 */
    static Optional<String> unicode(byte[] bytes) {
        return strict(bytes, StandardCharsets.UTF_8);
    }

    /** @return this character; where it is half of one, the sign for what cannot be read */
    static int whole(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE ? '\uFFFD' : character;
    }

    /** Shares no bytes with ASCII, or valid UTF-8 could be mistaken for it; its bytes have to look like it. */
    private static boolean wide(Charset charset, byte[] bytes) {
        String name = charset.name().toLowerCase(Locale.ROOT);
        if (name.startsWith("iso-2022") || name.startsWith("hz")) {
            return true;
        }
        return (name.startsWith("utf-16") || name.startsWith("utf-32"))
                && (has(bytes, 0) || unicode(bytes).isEmpty());
    }

    private static Optional<Charset> marked(byte[] bytes) {
        boolean either = bytes.length > 1
                && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                        || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
        return either ? Optional.of(StandardCharsets.UTF_16) : Optional.empty();
    }

    private static boolean has(byte[] bytes, int value) {
        for (byte b : bytes) {
            if (b == value) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String label) {
        return label.strip()
                .replaceAll("^[\"'=]+", "")
                .replaceFirst("(?s)[\"';\\s(].*", "")
                .toLowerCase(Locale.ROOT);
    }

    /** What has no name is not looked for: the runtime would search its jars for it. */
    private static Optional<Charset> named(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
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
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
