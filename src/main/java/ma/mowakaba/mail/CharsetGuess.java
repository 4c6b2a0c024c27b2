package ma.mowakaba.mail;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which charset bytes are in that are no UTF-8, by how often which letters follow each other. */
final class CharsetGuess {

    private static final int ENOUGH = 8_000;
    /** Of 100; single bytes of few letters fit many languages, sequences of two bytes hardly do by accident. */
    private static final int LIKELY = 25;

    private static final int FEW = 12;
    private static final int ENOUGH_TO_DOUBT = 30;
    private static final int MARGIN = 15;
    private static final Map<String, Charset> ARABIC =
            Map.of("windows-1256", Charsets.ARABIC, "ISO-8859-6", Charsets.ISO_ARABIC);
    private static final Set<String> WESTERN = Set.of("ISO-8859-1", "windows-1252", "ISO-8859-2", "ISO-8859-9");
    private static final Set<String> DOUBTFUL = Set.of("UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE");

    private CharsetGuess() {}

    /** Two charsets have the same letters at other places: which of them, when a label names one; it is right unless a lot speaks against it. */
    static Charset arabic(byte[] bytes, Charset label) {
        if (!ARABIC.containsValue(label) || mix(bytes).high() < ENOUGH_TO_DOUBT) {
            return label;
        }
        Map<Charset, Integer> confidence = new HashMap<>();
        matches(bytes)
                .filter(match -> ARABIC.containsKey(match.getName()))
                .forEach(match -> confidence.merge(charset(match), match.getConfidence(), Math::max));
        int own = confidence.getOrDefault(label, 0);
        return confidence.entrySet().stream()
                .filter(other -> other.getValue() >= own + MARGIN)
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(label);
    }

    private static Charset charset(CharsetMatch match) {
        return Charset.forName(match.getName());
    }

    /** @param label a charset that every byte string fits, if one is named */
    static Charset of(byte[] bytes, Optional<Charset> label) {
        if (damaged(bytes, label)) {
            return StandardCharsets.UTF_8;
        }
        Mix mix = mix(bytes);
        boolean mostly = mix.high() >= 3 && mix.high() > mix.letters();
        Charset usual = mostly ? Charsets.ARABIC : Charsets.FRENCH;
        return mix.high() < FEW
                ? usual
                : matches(bytes)
                        .filter(match -> match.getConfidence() >= LIKELY && !DOUBTFUL.contains(match.getName()))
                        .filter(match -> mostly || mix.high() * 3 > mix.letters())
                        .findFirst()
                        .filter(match -> !WESTERN.contains(match.getName()) && Charset.isSupported(match.getName()))
                        .map(CharsetGuess::charset)
                        .orElse(usual);
    }

    /** UTF-8 of which a few bytes are lost. */
    private static boolean damaged(byte[] bytes, Optional<Charset> label) {
        String unicode = new String(bytes, StandardCharsets.UTF_8);
        long broken = unicode.chars().filter(c -> c == '\uFFFD').count();
        long whole = unicode.chars().filter(c -> c > 127 && c != '\uFFFD').count();
        return label.filter(StandardCharsets.UTF_8::equals).isPresent() ? whole > broken : whole > broken * 4;
    }

    private static Stream<CharsetMatch> matches(byte[] bytes) {
        byte[] beginning = bytes.length > ENOUGH ? Arrays.copyOf(bytes, ENOUGH) : bytes;
        return Arrays.stream(new CharsetDetector().setText(beginning).detectAll());
    }

    /** @return bytes above 127, and ASCII letters in the words that contain them: what stands around in other letters says nothing */
    private static Mix mix(byte[] bytes) {
        int high = 0;
        int letters = 0;
        int wordHigh = 0;
        int wordLetters = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] >= 0 && bytes[i] <= ' ') {
                high += wordHigh;
                letters += wordHigh > 0 ? wordLetters : 0;
                wordHigh = 0;
                wordLetters = 0;
            } else if (bytes[i] < 0) {
                wordHigh++;
            } else if (Character.isLetter(bytes[i])) {
                wordLetters++;
            }
        }
        return new Mix(high, letters);
    }

    private record Mix(int high, int letters) {}
}
