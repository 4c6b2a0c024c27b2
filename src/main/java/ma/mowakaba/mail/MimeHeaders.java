package ma.mowakaba.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The headers of a mail or of a part, in their order.
 *
 * @param fields names in lower case; values unfolded, one character a byte, at most {@value #LONGEST} each
 * @param end where the body begins
 */
record MimeHeaders(List<Field> fields, int end) {

    private static final int LONGEST = 20_000;
    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 80;

    record Field(String name, String value) {}

    MimeHeaders {
        fields = List.copyOf(fields);
    }

    /** @return the value of the first of that name */
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    static MimeHeaders read(MimeBytes whole, int from, int to) {
        Reading reading = new Reading(whole, to);
        int end = reading.upToTheBody(from);
        return new MimeHeaders(reading.fields, end);
    }

    /** A line among them that is no header is passed over; where two follow each other, the body has begun without an empty line. */
    private static final class Reading {

        private final MimeBytes whole;
        private final int to;
        private final List<Field> fields = new ArrayList<>();
        private final StringBuilder value = new StringBuilder();
        private String name = "";

        Reading(MimeBytes whole, int to) {
            this.whole = whole;
            this.to = to;
        }

        int upToTheBody(int from) {
            int at = from;
            while (at < to) {
                int end = whole.lineEnd(at, to);
                int next = whole.nextLine(end, to);
                if (end == at || blank(at, end) && !header(next)) {
                    return finished(next);
                }
                if (!header(at) && !header(next)) {
                    return finished(at);
                }
                line(at, end);
                at = next;
            }
            return finished(to);
        }

        private int finished(int body) {
            if (!name.isEmpty() && fields.size() < MOST) {
                fields.add(new Field(name, value.toString()));
            }
            value.setLength(0);
            name = "";
            return body;
        }

        private void line(int at, int end) {
            int colon = colon(at);
            if (folded(at)) {
                value.append(name.isEmpty() ? "" : text(at, end, LONGEST - value.length()));
            } else if (colon > 0) {
                finished(at);
                name = text(at, colon, LONGEST_NAME).strip().toLowerCase(Locale.ROOT);
                value.append(text(colon + 1, end, LONGEST));
            }
        }

        private String text(int at, int end, int most) {
            return new String(whole.bytes(), at, Math.max(0, Math.min(end - at, most)), StandardCharsets.ISO_8859_1);
        }

        private boolean header(int at) {
            return at < to && (folded(at) && !name.isEmpty() || colon(at) > 0);
        }

        private boolean folded(int at) {
            return whole.bytes()[at] == ' ' || whole.bytes()[at] == '\t';
        }

        private boolean blank(int at, int end) {
            for (int i = at; i < end; i++) {
                if (!folded(i)) {
                    return false;
                }
            }
            return true;
        }

        /** @return where the name ends; 0 when this is no header */
        private int colon(int from) {
            int at = from;
            while (at < to && at - from < LONGEST_NAME && whole.bytes()[at] > ' ' && whole.bytes()[at] != ':') {
                at++;
            }
            int name = at;
            while (at < to && at - name < 4 && folded(at)) {
                at++;
            }
            return name > from && at < to && whole.bytes()[at] == ':' ? at : 0;
        }
    }
}
