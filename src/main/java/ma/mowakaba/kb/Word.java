package ma.mowakaba.kb;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a text, in the form in which it is compared: compatibility forms resolved, marks and invisible characters gone,
 * Latin letters small, digits 0–9.
 */
record Word(String text, Script script) {

    enum Script {
        ARABIC,
        LATIN,
        TIFINAGH,
        NUMBER
    }

    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u064B-\\u065F\\u0670\\u06D6-\\u06ED\\u0640\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\u00AD]");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d.,/-])(\\d{1,3})((?: \\d{3})+)(?![\\d/-])");
    private static final Pattern PIECES = Pattern.compile("(?<reference>\\d+(?:[-./]\\d+)+)(?!\\p{L})"
            + "|(?<arabic>[\\p{IsArabic}&&\\p{L}]+)"
            + "|(?<tifinagh>\\p{IsTifinagh}+)"
            + "|(?<latin>\\d*[\\p{IsLatin}][\\p{IsLatin}\\d]*)(?<apostrophe>')?"
            + "|(?<number>\\d+)");
    private static final Set<String> ELIDED =
            Set.of("l", "d", "j", "qu", "n", "s", "t", "c", "m", "jusqu", "lorsqu", "puisqu", "quoiqu");

    /** @return the words in their order; the elided l’, d’, qu’ of French are left out */
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher piece = PIECES.matcher(cleaned(text));
        while (piece.find()) {
            if (piece.group("arabic") != null) {
                words.add(new Word(piece.group(), Script.ARABIC));
            } else if (piece.group("tifinagh") != null) {
                words.add(new Word(piece.group(), Script.TIFINAGH));
            } else if (piece.group("latin") != null) {
                if (piece.group("apostrophe") == null || !ELIDED.contains(piece.group("latin"))) {
                    words.add(new Word(piece.group("latin"), Script.LATIN));
                }
            } else {
                words.add(new Word(number(piece.group()), Script.NUMBER));
            }
        }
        return words;
    }

    private static String cleaned(String text) {
        String folded = Normalizer.normalize(text.replace('’', '\'').replace('ʼ', '\''), Normalizer.Form.NFKC);
        StringBuilder digits = new StringBuilder(folded.length());
        INVISIBLE
                .matcher(folded)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(digits::appendCodePoint);
        return THOUSANDS.matcher(digits).replaceAll(m -> m.group(1) + m.group(2).replace(" ", ""));
    }

    /**
     * Law numbers are written 06-18, 06.18, 6.18 and, where right-to-left text was copied, 18-06: all become one word. A dahir
     * 1.58.376 may be turned round likewise.
     */
    private static String number(String raw) {
        String[] parts = raw.split("[-./]");
        if (parts.length == 1) {
            return stripped(raw);
        }
        List<String> numbers = new ArrayList<>();
        for (String part : parts) {
            numbers.add(stripped(part));
        }
        boolean turned = parts.length == 2
                ? numbers.get(0).compareTo(numbers.get(1)) > 0
                : numbers.getLast().matches("[12]") && !numbers.getFirst().matches("[12]");
        return "n" + String.join(".", turned ? numbers.reversed() : numbers);
    }

    private static String stripped(String digits) {
        return digits.replaceFirst("^0+(?=\\d)", "");
    }
}
