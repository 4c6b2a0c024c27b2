package ma.mowakaba.mail;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/** Text of mixed directions for mail programs, of which many know neither {@code dir="auto"} nor the isolates' meaning in HTML. */
final class Paragraphs {

    private static final Pattern BETWEEN = Pattern.compile("\\n[ \\t]*\\n\\s*");

    /** Numbers, references and names in Latin letters, as they stand in Arabic text; addresses of pages are left alone. */
    private static final Pattern FOREIGN =
            Pattern.compile("(?<![\\p{L}\\p{N}/:.])\\[?[+\\p{IsLatin}0-9][\\p{IsLatin}0-9.,'’@+_()\\-"
                    + " ]*[\\p{IsLatin}0-9)]\\]?(?![:/])");

    private static final char ISOLATE = '\u2068';
    private static final char END = '\u2069';

    private Paragraphs() {}

    static List<String> of(String text) {
        return Stream.of(BETWEEN.split(text.strip()))
                .filter(paragraph -> !paragraph.isBlank())
                .toList();
    }

    /** @return {@code rtl} or {@code ltr}, by the first letter that has a direction */
    static String direction(String paragraph) {
        return paragraph
                .codePoints()
                .map(Character::getDirectionality)
                .filter(d -> d == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                        || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .mapToObj(d -> d == Character.DIRECTIONALITY_LEFT_TO_RIGHT ? "ltr" : "rtl")
                .findFirst()
                .orElse("ltr");
    }

    /** @return plain text whose lines read right: what is foreign in a right-to-left line is isolated */
    static String plain(String text) {
        return text.lines()
                .map(line -> direction(line).equals("rtl") && !line.contains("://") ? isolated(line) : line)
                .reduce((above, below) -> above + "\n" + below)
                .orElse("");
    }

    static String html(String text) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : of(text)) {
            String dir = direction(paragraph);
            html.append("<p dir=\"").append(dir).append("\">");
            html.append(paragraph
                    .lines()
                    .map(line -> line(line, dir))
                    .reduce((a, b) -> a + "<br>\n" + b)
                    .orElse(""));
            html.append("</p>\n");
        }
        return html.toString();
    }

    private static String line(String line, String dir) {
        String safe = Entities.escape(line);
        return dir.equals("rtl") && !line.contains("://") && !line.contains("&")
                ? FOREIGN.matcher(safe).replaceAll("<bdi>$0</bdi>")
                : safe;
    }

    private static String isolated(String line) {
        return FOREIGN.matcher(line).replaceAll(ISOLATE + "$0" + END);
    }
}
