package ma.mowakaba.mail;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where in a text the mail that it answers begins and ends, as Outlook, Gmail, Apple Mail, Yahoo and Thunderbird quote it. */
final class QuotedMail {

    /** Marks of direction, in a class of characters. */
    static final String INVISIBLE = "\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";

    private static final Pattern QUOTE = Pattern.compile("[\\s" + INVISIBLE + "]*>.*", Pattern.DOTALL);

    private static final int LONGEST_ATTRIBUTION = 500;
    private static final Pattern WHEN =
            Pattern.compile("(?iu)^[\\s*_" + INVISIBLE + "]*(on|le|في|بتاريخ|يوم)[\\s\\u00a0]");
    private static final Pattern WROTE = Pattern.compile("(?iu)(wrote|a [ée]crit|كتبت?|كتابة ما يلي بواسطة|جاء من)");
    private static final Pattern DIGIT = Pattern.compile("[0-9٠-٩]");
    private static final Pattern COLON = Pattern.compile("[:：][\\s*_\\u00a0" + INVISIBLE + "]*$");

    private static final Pattern ORIGINAL = Pattern.compile("(?iu)^[\\s>*_" + INVISIBLE
            + "]*-{2,}[ \\u00a0]*(original message|message (d['’]origine|original|transf[ée]r[ée])|forwarded"
            + " message|الرسالة الأصلية|الرسالة الاصلية|رسالة أصلية|رسالة معاد توجيهها|الرسالة المعاد"
            + " توجيهها)[ \\u00a0]*-{0,}.*$");
    private static final Pattern RULE =
            Pattern.compile("^[\\s" + INVISIBLE + "]*(_{16,}|-{16,})[\\s" + INVISIBLE + "]*$");
    private static final int LABELS = 6;
    private static final int BROKEN_OVER = 3;

    private QuotedMail() {}

    /** @return the line behind the quotation that begins at this one, or this one where none does */
    static int end(List<String> lines, int at) {
        int announced = attribution(lines, at);
        if (announced > at) {
            int quoted = run(lines, announced);
            return quoted > announced ? quoted : lines.size();
        }
        if (ORIGINAL.matcher(line(lines, at)).matches() || headers(lines, at)) {
            return lines.size();
        }
        return isQuote(lines.get(at)) ? run(lines, at) : at;
    }

    /** @return whether the quotation that begins here says whose words it quotes */
    static boolean announced(List<String> lines, int at) {
        return !isQuote(lines.get(at));
    }

    private static int attribution(List<String> lines, int at) {
        int most = lines.get(at).isBlank() ? at : Math.min(lines.size(), at + BROKEN_OVER);
        for (int end = at + 1; end <= most; end++) {
            String whole = lines.subList(at, end).stream().map(String::strip).collect(Collectors.joining(" "));
            if (isAttribution(whole)) {
                return end;
            }
        }
        return at;
    }

    /** "On … wrote:" with its date; long names break it over lines. */
    private static boolean isAttribution(String text) {
        if (text.length() > LONGEST_ATTRIBUTION || !WHEN.matcher(text).lookingAt()) {
            return false;
        }
        Matcher wrote = WROTE.matcher(text);
        return wrote.find()
                && DIGIT.matcher(text.substring(0, wrote.start())).find()
                && COLON.matcher(text.substring(wrote.end())).find();
    }

    /** Sender, date, addressee and subject of the other mail, with or without a rule above. */
    private static boolean headers(List<String> lines, int at) {
        int first = RULE.matcher(line(lines, at)).matches() ? next(lines, at + 1) : at;
        return first < lines.size()
                && ForwardedMail.isSender(lines.get(first))
                && lines.subList(first + 1, Math.min(lines.size(), first + LABELS)).stream()
                                .filter(ForwardedMail::isLabel)
                                .count()
                        >= 2;
    }

    private static int next(List<String> lines, int at) {
        int next = at;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next;
    }

    /** Marked lines, with empty ones between them. */
    private static int run(List<String> lines, int at) {
        int end = at;
        for (int next = next(lines, at); next < lines.size() && isQuote(lines.get(next)); next = next(lines, end)) {
            end = next + 1;
        }
        return end;
    }

    private static boolean isQuote(String line) {
        return QUOTE.matcher(line).matches();
    }

    private static String line(List<String> lines, int at) {
        return lines.get(at).stripTrailing();
    }
}
