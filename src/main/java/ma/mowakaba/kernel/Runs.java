package ma.mowakaba.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pieces of a line that would be read the wrong way round, or would turn what stands beside them, without an isolate. What it costs grows
 * with the length of the line and no faster.
 *
 * @see <a href="https://www.unicode.org/reports/tr9/">Unicode bidirectional algorithm</a>
 */
public final class Runs {

    /** Words of Arabic with what stands between them. A mark alone is none: it may be the accent of the letter before. */
    public static final String ARABIC =
            "\\p{IsArabic}[\\p{IsArabic}\\p{M}]*(?:[-./_،؛: \\u00a0\\p{Nd}]+\\p{IsArabic}[\\p{IsArabic}\\p{M}]*)*+";

    private static final Pattern ELSEWHERE = Pattern.compile("https?://\\S++|(?<!\\S)[^\\s@]++@\\S++");
    private static final Pattern CONTROLS = Pattern.compile("[\\u2066-\\u2069\\u202A-\\u202E]");

    private static final String LINK = "(?<link>https?://[^\\s<>\"«»]*[^\\s<>\"«».,;:!?)\\]}،؛؟…])";
    private static final String ADDRESS =
            "(?<address>(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]++@[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)++)";
    private static final String REFERENCE = "\\[\\d{4}-\\d{6,}]|\\d{4}-\\d{6,}";

    /** Telephone numbers and thousands with their spaces, dates, times and numbers of laws. */
    private static final String NUMBER =
            "\\+\\d[\\d -]{5,}\\d|0\\d(?:[ .-]\\d{2}){4}|\\d{1,3}(?:[ \\u00a0]\\d{3})+(?!\\d)"
                    + "|\\p{Nd}+(?:[-./:,٫٬]\\p{Nd}++)*+%?";

    private static final String LATIN = "(?:\\p{Nd}+ ?)?\\p{IsLatin}[\\p{IsLatin}\\p{M}\\p{Nd}]*"
            + "(?:[-./@_'’&+ \\u00a0]{1,3}[\\p{IsLatin}\\p{Nd}][\\p{IsLatin}\\p{M}\\p{Nd}]*)*+";

    private static final Pattern IN_RTL = Pattern.compile(
            LINK + "|" + ADDRESS + "|(?<number>" + REFERENCE + ")|(?<foreign>" + LATIN + ")|(?<digits>" + NUMBER + ")");
    private static final Pattern IN_LTR = Pattern.compile(LINK + "|" + ADDRESS + "|(?<number>" + REFERENCE
            + ")|(?<foreign>" + ARABIC + ")|(?<digits>" + NUMBER + ")");

    private Runs() {}

    public enum Kind {
        /** Of the line's own direction. */
        PLAIN,
        LINK,
        ADDRESS,
        /** Words of the other direction; one that runs from right to left has runs of its own. */
        FOREIGN,
        /** Digits with signs between them, which a right-to-left line puts in another order; the number of a case. */
        NUMBER,
        DIGITS
    }

    public record Run(Kind kind, String text) {}

    /** @return the text without isolates and overrides of whoever wrote it: ours take their place */
    public static String bare(String text) {
        return CONTROLS.matcher(text).replaceAll("");
    }

    /**
     * @return {@code rtl} or {@code ltr}, as most of its words run, as the first does where they are as many; addresses of pages and
     *     mails do not count, digits within a word do not divide it; empty without a word
     */
    public static String direction(CharSequence text) {
        CharSequence words = text.chars().anyMatch(sign -> sign == '@' || sign == ':')
                ? ELSEWHERE.matcher(text).replaceAll(" ")
                : text;
        int all = 0;
        int rtl = 0;
        boolean firstRtl = false;
        boolean within = false;
        for (int sign : words.codePoints().toArray()) {
            boolean letter = Character.isLetter(sign) || isMark(sign);
            within &= letter || Character.isDigit(sign);
            if (letter && !within) {
                boolean runsLeft = isRtl(sign);
                firstRtl = all == 0 ? runsLeft : firstRtl;
                rtl += runsLeft ? 1 : 0;
                all++;
                within = true;
            }
        }
        if (all == 0) {
            return "";
        }
        return rtl * 2 > all || rtl * 2 == all && firstRtl ? "rtl" : "ltr";
    }

    private static boolean isMark(int sign) {
        int type = Character.getType(sign);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isRtl(int letter) {
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** @return all of the line, in its order @param dir of the line, {@code rtl} or {@code ltr} */
    public static List<Run> of(CharSequence line, String dir) {
        boolean rtl = dir.equals("rtl");
        List<Run> runs = new ArrayList<>();
        if (plain(line, rtl)) {
            add(runs, Kind.PLAIN, line);
            return runs;
        }
        Matcher found = (rtl ? IN_RTL : IN_LTR).matcher(line);
        int told = 0;
        while (found.find()) {
            add(runs, Kind.PLAIN, line.subSequence(told, found.start()));
            add(runs, kind(found), found.group());
            told = found.end();
        }
        add(runs, Kind.PLAIN, line.subSequence(told, line.length()));
        return runs;
    }

    /** Most lines are words of one language, and need no further look. */
    private static boolean plain(CharSequence line, boolean rtl) {
        for (int at = 0; at < line.length(); at++) {
            if (!plain(line.charAt(at), rtl)) {
                return false;
            }
        }
        return true;
    }

    /** @return whether no run has the sign in it */
    private static boolean plain(int sign, boolean rtl) {
        if (sign < 0x300) {
            return sign != '@' && (rtl ? !Character.isLetterOrDigit(sign) : sign != ':' && !Character.isDigit(sign));
        }
        boolean punctuation = sign >= 0x2000 && sign < 0x2070;
        return punctuation || rtl && sign >= 0x600 && sign < 0x700 && !Character.isDigit(sign);
    }

    private static Kind kind(Matcher found) {
        if (found.group("link") != null) {
            return Kind.LINK;
        }
        if (found.group("address") != null) {
            return Kind.ADDRESS;
        }
        if (found.group("foreign") != null) {
            return Kind.FOREIGN;
        }
        boolean onlyDigits = found.group().chars().allMatch(Character::isDigit);
        return onlyDigits && found.group("number") == null ? Kind.DIGITS : Kind.NUMBER;
    }

    private static void add(List<Run> runs, Kind kind, CharSequence text) {
        if (!text.isEmpty()) {
            runs.add(new Run(kind, text.toString()));
        }
    }
}
