package ma.mowakaba.ticket;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.kernel.Problem;

/**
 * The number an association quotes.
 *
 * @param value year and six or more digits: {@code 2026-000123}
 */
public record TicketNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("20[0-9]{2}-[0-9]{6,9}");
    private static final Pattern TAGGED = Pattern.compile("\\[#?(20[0-9]{2}-[0-9]{6,9})]");

    public TicketNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw Problem.notFound("ticket.unknown");
        }
    }

    /** @return the number a mail subject carries, as in {@code Re: [2026-000123] …} */
    public static Optional<TicketNumber> in(String subject) {
        Matcher found = TAGGED.matcher(subject);
        return found.find() ? Optional.of(new TicketNumber(found.group(1))) : Optional.empty();
    }

    /** @return as it stands in a subject: {@code [2026-000123]} */
    public String tag() {
        return "[" + value + "]";
    }

    @Override
    public String toString() {
        return value;
    }
}
