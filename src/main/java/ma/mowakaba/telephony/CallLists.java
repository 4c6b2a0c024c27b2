package ma.mowakaba.telephony;

import static ma.mowakaba.kernel.Columns.utc;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of calls, newest first, by keyset. */
@Repository
class CallLists {

    private final JdbcClient sql;

    CallLists(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<CallRow> get(String linkedid) {
        return sql.sql("select * from call_record where linkedid = ?")
                .param(linkedid)
                .query(CallRow::read)
                .optional();
    }

    Optional<CallRow> ofContact(ContactId contact) {
        return sql.sql("select * from call_record where contact_id = ?")
                .param(contact.value())
                .query(CallRow::read)
                .optional();
    }

    /** A caller in a queue whom nobody has answered. */
    record Waiting(String linkedid, QueueName queue, Instant since) {}

    List<Waiting> waiting() {
        return sql.sql("select linkedid, queue, queued_at from call_record where ended_at is null and over_at is null"
                        + " and queued_at is not null and answered_at is null and direction = 'in' limit 1000")
                .query((row, i) -> new Waiting(
                        row.getString("linkedid"),
                        QueueName.parse(row.getString("queue")),
                        Columns.instant(row, "queued_at")))
                .list();
    }

    List<CallRow> live() {
        return sql.sql("select * from call_record where ended_at is null order by started_at limit 1000")
                .query(CallRow::read)
                .list();
    }

    List<CallRow> all(Collection<String> linkedids) {
        return linkedids.isEmpty()
                ? List.of()
                : sql.sql("select * from call_record where linkedid in (:linkedids)")
                        .param("linkedids", Columns.few(linkedids))
                        .query(CallRow::read)
                        .list();
    }

    Page<CallRow> list(Switchboard.CallFilter filter, Page.Request page) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        List<Object> values = new ArrayList<>();
        filter.from().ifPresent(from -> add(conditions, values, "started_at >= ?", utc(from)));
        filter.to().ifPresent(to -> add(conditions, values, "started_at < ?", utc(to)));
        filter.number().ifPresent(number -> add(conditions, values, "caller = ?", number.e164()));
        filter.state().ifPresent(state -> state(conditions, values, state));
        page.cursor().map(CallLists::cursor).ifPresent(after -> {
            conditions.add("(started_at, linkedid) < (?, ?)");
            values.add(utc(after.at()));
            values.add(after.linkedid());
        });
        values.add(page.size() + 1);
        List<CallRow> found = sql.sql("select * from call_record where " + String.join(" and ", conditions)
                        + " order by started_at desc, linkedid desc limit ?")
                .params(values)
                .query(CallRow::read)
                .list();
        return Page.of(found, page.size(), CallLists::cursor);
    }

    private static void state(List<String> conditions, List<Object> values, String state) {
        switch (state) {
            case "ivr" -> conditions.add("ended_at is null and queue is null and direction = 'in'");
            case "queued", "ringing" ->
                conditions.add("ended_at is null and queue is not null and answered_at is null and "
                        + (state.equals("queued") ? "not " : "")
                        + "exists (select 1 from call_leg l where l.linkedid = call_record.linkedid and"
                        + " l.advisor_id is not null and l.answered_at is null and l.ended_at is null)");
            case "talking" -> conditions.add("ended_at is null and answered_at is not null");
            default -> add(conditions, values, "outcome = ?", outcome(state).name());
        }
    }

    private static Outcome outcome(String code) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.code().equals(code)) {
                return outcome;
            }
        }
        throw Problem.invalid("call.state", code);
    }

    private static void add(List<String> conditions, List<Object> values, String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    private record After(Instant at, String linkedid) {}

    private static String cursor(CallRow row) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((utc(row.startedAt()) + " " + row.linkedid()).getBytes(StandardCharsets.UTF_8));
    }

    private static After cursor(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return new After(LocalDateTime.parse(parts[0]).toInstant(java.time.ZoneOffset.UTC), parts[1]);
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw Problem.invalid("page.cursor");
        }
    }
}
