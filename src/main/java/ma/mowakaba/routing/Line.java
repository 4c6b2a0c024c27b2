package ma.mowakaba.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.routing.Router.Request;
import ma.mowakaba.routing.Router.Waiting;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the contacts in hand. Each change says in its condition what it found, so that of two only one succeeds. */
@Repository
class Line {

    private final JdbcClient jdbc;
    private final RoutingSettings settings;

    Line(JdbcClient jdbc, RoutingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @param assignment the current one, empty while the contact waits */
    record Held(Channel channel, Optional<StaffId> advisor, Optional<UUID> assignment) {}

    /** One insert, whatever was there before. @return false when the contact is in hand already */
    boolean add(Request request) {
        return jdbc.sql("insert ignore into routing_line"
                                + " (contact, state, channel, domain, language, priority, since, rank_at, preferred)"
                                + " values (?, 'WAITING', ?, ?, ?, ?, ?, ?, ?)")
                        .param(request.contact().value())
                        .param(request.channel().name())
                        .param(request.domain().value())
                        .param(request.language().code())
                        .param(request.priority().name())
                        .param(Columns.utc(request.since()))
                        .param(Columns.utc(HeadStarts.rank(request.since(), request.priority(), settings.headStart())))
                        .param(request.preferred().map(StaffId::value).orElse(null))
                        .update()
                == 1;
    }

    /** @return the row, which nobody else can change until this transaction ends */
    Optional<Held> lock(ContactId contact) {
        return jdbc.sql("select channel, advisor, assignment from routing_line where contact = ? for update")
                .param(contact.value())
                .query((row, n) -> new Held(
                        Channel.valueOf(row.getString("channel")),
                        Columns.maybeUuid(row, "advisor").map(StaffId::new),
                        Columns.maybeUuid(row, "assignment")))
                .optional();
    }

    boolean removeWaiting(ContactId contact) {
        return jdbc.sql("delete from routing_line where contact = ? and state = 'WAITING'")
                        .param(contact.value())
                        .update()
                == 1;
    }

    void remove(ContactId contact) {
        jdbc.sql("delete from routing_line where contact = ?")
                .param(contact.value())
                .update();
    }

    /** @return false when somebody else has it, or it left */
    boolean assignWaiting(ContactId contact, StaffId advisor, UUID assignment) {
        return jdbc.sql("update routing_line set state = 'ASSIGNED', advisor = ?, assignment = ?"
                                + " where contact = ? and state = 'WAITING'")
                        .params(advisor.value(), assignment, contact.value())
                        .update()
                == 1;
    }

    void assign(ContactId contact, StaffId advisor, UUID assignment) {
        jdbc.sql("update routing_line set state = 'ASSIGNED', advisor = ?, assignment = ? where contact = ?")
                .params(advisor.value(), assignment, contact.value())
                .update();
    }

    /** Back to its old place, and not to this advisor again before {@code until}. */
    void putBack(ContactId contact, StaffId from, Instant until) {
        jdbc.sql("update routing_line set state = 'WAITING', advisor = null, assignment = null,"
                        + " preferred = if(preferred = ?, null, preferred), avoided = ?, avoided_until = ?"
                        + " where contact = ? and advisor = ?")
                .params(from.value(), from.value(), Columns.utc(until), contact.value(), from.value())
                .update();
    }

    void refer(ContactId contact, DomainCode domain) {
        jdbc.sql("update routing_line set domain = ?, preferred = null where contact = ?")
                .params(domain.value(), contact.value())
                .update();
    }

    List<ContactId> of(StaffId advisor, Channel channel) {
        return jdbc.sql("select contact from routing_line where advisor = ? and channel = ?")
                .params(advisor.value(), channel.name())
                .query((row, n) -> new ContactId(Columns.uuid(row, "contact")))
                .list();
    }

    /** @return who has chats, mails or web contacts */
    List<StaffId> holders() {
        return jdbc.sql("select distinct advisor from routing_line where advisor is not null and channel <> 'CALL'")
                .query((row, n) -> new StaffId(Columns.uuid(row, "advisor")))
                .list();
    }

    boolean waits(ContactId contact) {
        return jdbc.sql("select 1 from routing_line where contact = ? and state = 'WAITING'")
                .param(contact.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    List<Waiting> waiting(int most) {
        return jdbc.sql("select contact, channel, domain, language, priority, since from routing_line"
                        + " where state = 'WAITING' order by rank_at, contact limit ?")
                .param(most)
                .query((row, n) -> waiting(row))
                .list();
    }

    List<Router.Queue> queues() {
        return jdbc.sql("select channel, domain, language, count(*) as waiting, min(since) as oldest from routing_line"
                        + " where state = 'WAITING' group by channel, domain, language"
                        + " order by domain, language, channel")
                .query((row, n) -> new Router.Queue(
                        Channel.valueOf(row.getString("channel")),
                        new DomainCode(row.getString("domain")),
                        Language.of(row.getString("language")),
                        row.getInt("waiting"),
                        Columns.instant(row, "oldest")))
                .list();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                new ContactId(Columns.uuid(row, "contact")),
                Channel.valueOf(row.getString("channel")),
                new DomainCode(row.getString("domain")),
                Language.of(row.getString("language")),
                Priority.valueOf(row.getString("priority")),
                Columns.instant(row, "since"));
    }
}
