package ma.mowakaba.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.routing.Desk.Load;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the advisors' desks. What lies on a desk is counted in the line; the version tells whether the count is still true. */
@Repository
class Desks {

    private static final int FEW = 4;

    private final JdbcClient jdbc;

    Desks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param version 0 when nothing ever lay on it */
    record State(long version, Instant changedAt, Optional<Reservation> reservation) {

        static final State NEW = new State(0, Instant.EPOCH, Optional.empty());
    }

    record Reservation(ContactId call, Instant until) {}

    Map<StaffId, State> states() {
        Map<StaffId, State> states = new HashMap<>();
        jdbc.sql("select advisor, version, changed_at, reserved_for, reserved_until from routing_desk")
                .query(row -> {
                    Instant until = Columns.maybeInstant(row, "reserved_until").orElse(Instant.EPOCH);
                    Optional<Reservation> reservation = Columns.maybeUuid(row, "reserved_for")
                            .map(call -> new Reservation(new ContactId(call), until));
                    states.put(
                            new StaffId(Columns.uuid(row, "advisor")),
                            new State(row.getLong("version"), Columns.instant(row, "changed_at"), reservation));
                });
        return states;
    }

    Map<StaffId, Load> loads() {
        Map<StaffId, Load> loads = new HashMap<>();
        jdbc.sql("select advisor, channel, count(*) as many from routing_line where advisor is not null"
                        + " group by advisor, channel")
                .query(row -> {
                    loads.merge(
                            new StaffId(Columns.uuid(row, "advisor")),
                            load(Channel.valueOf(row.getString("channel")), row.getInt("many")),
                            Desks::sum);
                });
        return loads;
    }

    /** Few are asked for by name, many with everybody. */
    Map<StaffId, Load> loads(Collection<StaffId> advisors) {
        return advisors.size() > FEW
                ? loads()
                : advisors.stream().collect(Collectors.toMap(Function.identity(), this::load));
    }

    private Load load(StaffId advisor) {
        return jdbc
                .sql("select channel, count(*) as many from routing_line where advisor = ? group by channel")
                .param(advisor.value())
                .query((row, n) -> load(Channel.valueOf(row.getString("channel")), row.getInt("many")))
                .list()
                .stream()
                .reduce(Load.NONE, Desks::sum);
    }

    /** Something came or went outside a decision. */
    void touch(StaffId advisor, Instant at) {
        jdbc.sql("insert into routing_desk (advisor, version, changed_at) values (?, 1, ?)"
                        + " on duplicate key update version = version + 1, changed_at = values(changed_at)")
                .params(advisor.value(), Columns.utc(at))
                .update();
    }

    /** @return false when the desk changed since the decision looked at it */
    boolean advance(StaffId advisor, long seen, Instant at) {
        prepare(advisor, seen, at);
        return jdbc.sql("update routing_desk set version = version + 1, changed_at = ? where advisor = ? and"
                                + " version = ?")
                        .params(Columns.utc(at), advisor.value(), seen)
                        .update()
                == 1;
    }

    boolean reserve(StaffId advisor, long seen, Reservation reservation, Instant at) {
        prepare(advisor, seen, at);
        return jdbc.sql("update routing_desk set version = version + 1, reserved_for = ?, reserved_until = ?"
                                + " where advisor = ? and version = ?")
                        .params(reservation.call().value(), Columns.utc(reservation.until()), advisor.value(), seen)
                        .update()
                == 1;
    }

    private void prepare(StaffId advisor, long seen, Instant at) {
        if (seen == 0) {
            jdbc.sql("insert ignore into routing_desk (advisor, version, changed_at) values (?, 0, ?)")
                    .params(advisor.value(), Columns.utc(at))
                    .update();
        }
    }

    private static Load load(Channel channel, int many) {
        return switch (channel) {
            case CALL -> new Load(many, 0, 0);
            case CHAT -> new Load(0, many, 0);
            case MAIL, WEB -> new Load(0, 0, many);
        };
    }

    private static Load sum(Load one, Load other) {
        return new Load(one.calls() + other.calls(), one.chats() + other.chats(), one.mails() + other.mails());
    }
}
