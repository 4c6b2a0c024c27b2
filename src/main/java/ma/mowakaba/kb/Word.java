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

    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d.,/-])(\\d{1,3})((?: \\d{3})+)(?![\\d/-])");
    private static final Pattern FROM_A_DIGIT = Pattern.compile("(?<reference>\\d+(?:[-./]\\d+)+)(?!\\p{L})"
            + "|(?<latin>\\d*[\\p{IsLatin}][\\p{IsLatin}\\d]*)"
            + "|(?<number>\\d+)");
    private static final Set<String> ELIDED =
            Set.of("l", "d", "j", "qu", "n", "s", "t", "c", "m", "jusqu", "lorsqu", "puisqu", "quoiqu");

    /** @return the words in their order; the elided l’, d’, qu’ of French are left out */
    static List<Word> of(String text) {
        String line = cleaned(text);
        Matcher number = FROM_A_DIGIT.matcher(line);
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            Script script = Letters.script(line.charAt(at));
            if (script == null) {
                at++;
            } else if (script == Script.NUMBER) {
                at = fromDigit(number.region(at, line.length()), words);
            } else {
                int end = Letters.end(line, at, script);
                String word = line.substring(at, end);
                if (!elided(word, line, end)) {
                    words.add(new Word(word, script));
                }
                at = end;
            }
        }
        return words;
    }

    private static int fromDigit(Matcher number, List<Word> words) {
        number.lookingAt();
        boolean latin = number.group("latin") != null;
        words.add(latin ? new Word(number.group(), Script.LATIN) : new Word(number(number.group()), Script.NUMBER));
        return number.end();
    }

    private static boolean elided(String word, String line, int end) {
        return end < line.length() && line.charAt(end) == '\'' && ELIDED.contains(word);
    }

    private static String cleaned(String text) {
        String folded = Normalizer.normalize(text.replace('’', '\'').replace('ʼ', '\''), Normalizer.Form.NFKC);
        StringBuilder clean = new StringBuilder(folded.length());
        boolean digits = false;
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            if (Character.isDigit(letter)) {
                clean.append((char) ('0' + Character.digit(letter, 10)));
                digits = true;
            } else if (!Letters.invisible(letter)) {
                clean.append(letter);
            }
        }
        String small = clean.toString().toLowerCase(Locale.ROOT);
        return digits
                ? THOUSANDS
                        .matcher(small)
                        .replaceAll(m -> m.group(1) + m.group(2).replace(" ", ""))
                : small;
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
