package ma.mowakaba.mail;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a calendar invitation.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545</a>
 */
final class Invitation {

    private static final int LONGEST = 100_000;
    private static final Pattern EVENT = Pattern.compile("(?is)BEGIN:VEVENT(.*?)(END:VEVENT|\\z)");
    private static final Pattern DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})\\d{2}(Z?))?");
    private static final List<String> TOLD = List.of("SUMMARY", "DTSTART", "DTEND", "LOCATION", "DESCRIPTION");

    private Invitation() {}

    /** As much of it as is read. */
    static byte[] beginning(byte[] calendar) {
        return Arrays.copyOf(calendar, Math.min(4 * LONGEST, calendar.length));
    }

    /** @return what, from when to when, where, and what about it: a line each, as far as it is said */
    static String words(String calendar) {
        String unfolded = calendar.substring(0, Math.min(LONGEST, calendar.length()))
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\n ", "")
                .replace("\n\t", "");
        Matcher event = EVENT.matcher(unfolded);
        String lines = event.find() ? event.group(1) : "";
        return TOLD.stream()
                .map(name -> value(lines, name))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String value(String lines, String name) {
        return lines.lines()
                .filter(line -> line.regionMatches(true, 0, name, 0, name.length()) && line.indexOf(':') > 0)
                .filter(line -> line.length() > name.length() && ":;".indexOf(line.charAt(name.length())) >= 0)
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .map(value -> name.startsWith("DT") ? date(value) : unescaped(value))
                .orElse("");
    }

    private static String date(String value) {
        Matcher date = DATE.matcher(value);
        if (!date.matches()) {
            return value;
        }
        String day = date.group(1) + "-" + date.group(2) + "-" + date.group(3);
        return date.group(4) == null
                ? day
                : day + " " + date.group(4) + ":" + date.group(5)
                        + (date.group(6).isEmpty() ? "" : " UTC");
    }

    private static String unescaped(String value) {
        return value.replaceAll("\\\\[nN]", "\n").replaceAll("\\\\(.)", "$1");
    }
}
