package ma.mowakaba.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a decision sees of the line: the oldest of each channel, domain and language, and the oldest of those who ask for an advisor who
 * is available. So its cost does not grow with the line: both parts read the first rows of an index. Nobody is passed by that: within
 * one queue the older asks for no more than the younger, and a decision that gave something away is followed by another.
 */
@Repository
class LineWindow {

    private static final String COLUMNS =
            "select contact, channel, domain, language, since, rank_at, preferred, avoided, avoided_until from"
                    + " routing_line";

    /** Grouped by the state too, else the database reads every row of the line instead of the first of each group. */
    static final String GROUPS = "select channel, domain, language from routing_line where state = 'WAITING'"
            + " group by state, channel, domain, language";

    private final JdbcClient jdbc;
    private final RoutingSettings settings;

    LineWindow(JdbcClient jdbc, RoutingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    private record Group(String channel, String domain, String language) {}

    List<InLine> see(Instant now, Set<StaffId> available) {
        if (available.isEmpty()) {
            return List.of();
        }
        List<Group> groups = jdbc.sql(GROUPS).query(Group.class).list();
        if (groups.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (Group group : groups) {
            parts.add(part("channel = ? and domain = ? and language = ?"));
            Collections.addAll(values, group.channel(), group.domain(), group.language());
        }
        parts.add(part("preferred in (" + marks(available) + ")"));
        available.forEach(advisor -> values.add(advisor.value()));
        return jdbc.sql(String.join(" union ", parts))
                .params(values)
                .query((row, n) -> inLine(row, now))
                .list();
    }

    /** @return which of these still wait */
    Set<ContactId> stillWaiting(Collection<ContactId> contacts) {
        if (contacts.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("select contact from routing_line where state = 'WAITING' and contact in (" + marks(contacts)
                        + ")")
                .params(contacts.stream().map(ContactId::value).toList())
                .query((row, n) -> new ContactId(Columns.uuid(row, "contact")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private String part(String condition) {
        return "(" + COLUMNS + " where state = 'WAITING' and " + condition + " order by rank_at limit "
                + settings.window() + ")";
    }

    private static String marks(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    private static InLine inLine(ResultSet row, Instant now) throws SQLException {
        boolean avoids =
                Columns.maybeInstant(row, "avoided_until").filter(now::isBefore).isPresent();
        return new InLine(
                new ContactId(Columns.uuid(row, "contact")),
                Channel.valueOf(row.getString("channel")),
                new DomainCode(row.getString("domain")),
                Language.of(row.getString("language")),
                Columns.instant(row, "since"),
                Columns.instant(row, "rank_at"),
                Columns.maybeUuid(row, "preferred").map(StaffId::new),
                Columns.maybeUuid(row, "avoided").filter(id -> avoids).map(StaffId::new));
    }
}
