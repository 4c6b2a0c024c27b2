package ma.mowakaba.telephony;

import static ma.mowakaba.kernel.Columns.instant;
import static ma.mowakaba.kernel.Columns.maybeInstant;
import static ma.mowakaba.kernel.Columns.maybeUuid;
import static ma.mowakaba.kernel.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketId;

/**
 * A row of {@code call_record}.
 *
 * @param advisor who has the call, or had it last
 * @param unanswered of a call we made, once the journal told it
 * @param language in which the caller was spoken to
 * @param satisfaction 1 to 5, empty when he was not asked or said nothing
 */
record CallRow(
        String linkedid,
        ContactId contact,
        Optional<TicketId> ticket,
        boolean inbound,
        Optional<PhoneNumber> caller,
        String dialled,
        Optional<String> queue,
        Instant startedAt,
        Optional<Instant> queuedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> overAt,
        Optional<Instant> endedAt,
        Optional<Outcome> outcome,
        Optional<Duration> waited,
        Optional<Duration> talked,
        String exitHint,
        Optional<StaffId> advisor,
        Optional<Boolean> consent,
        Optional<Integer> satisfaction,
        Optional<Unanswered> unanswered,
        Optional<Language> language) {

    static CallRow read(ResultSet row, int number) throws SQLException {
        return new CallRow(
                row.getString("linkedid"),
                new ContactId(uuid(row, "contact_id")),
                maybeUuid(row, "ticket_id").map(TicketId::new),
                row.getString("direction").equals("in"),
                Optional.ofNullable(row.getString("caller")).map(PhoneNumber::new),
                row.getString("dialled"),
                Optional.ofNullable(row.getString("queue")),
                instant(row, "started_at"),
                maybeInstant(row, "queued_at"),
                maybeInstant(row, "answered_at"),
                maybeInstant(row, "over_at"),
                maybeInstant(row, "ended_at"),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                millis(row, "wait_millis"),
                millis(row, "talk_millis"),
                Optional.ofNullable(row.getString("exit_hint")).orElse(""),
                maybeUuid(row, "advisor_id").map(StaffId::new),
                Optional.ofNullable((Boolean) row.getObject("recording_consent", Boolean.class)),
                Optional.ofNullable((Integer) row.getObject("satisfaction", Integer.class)),
                Optional.ofNullable(row.getString("unanswered")).map(Unanswered::valueOf),
                Optional.ofNullable(row.getString("language")).map(Language::of));
    }

    /** A call of which nothing but its beginning is known. */
    static CallRow begun(
            String linkedid,
            ContactId contact,
            boolean inbound,
            Optional<PhoneNumber> caller,
            String dialled,
            Instant at) {
        return new CallRow(
                linkedid,
                contact,
                Optional.empty(),
                inbound,
                caller,
                dialled,
                Optional.empty(),
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    CallId id() {
        return new CallId(linkedid);
    }

    /** @return the same call after a change */
    CallRow but(Consumer<CallDraft> change) {
        CallDraft draft = new CallDraft(this);
        change.accept(draft);
        return draft.row();
    }

    private static Optional<Duration> millis(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Duration::ofMillis);
    }
}
