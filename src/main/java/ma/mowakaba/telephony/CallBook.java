package ma.mowakaba.telephony;

import static ma.mowakaba.kernel.Columns.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calls. A stage is written where it is empty: the statement's count says who was first. */
@Repository
class CallBook {

    private static final Pattern LANGUAGE = Pattern.compile("ar|fr|en|zgh");

    private final JdbcClient sql;

    CallBook(JdbcClient sql) {
        this.sql = sql;
    }

    /** A call nobody knew; one that is known stays as it is. */
    void open(
            String linkedid,
            ContactId contact,
            boolean inbound,
            Optional<PhoneNumber> caller,
            String dialled,
            Instant at) {
        sql.sql("""
            insert ignore into call_record (linkedid, contact_id, direction, caller, dialled, started_at)
            values (:linkedid, :contact, :direction, :caller, :dialled, :at)\
            """)
                .param("linkedid", linkedid)
                .param("contact", contact.value())
                .param("direction", inbound ? "in" : "out")
                .param("caller", caller.map(PhoneNumber::e164).orElse(null))
                .param("dialled", dialled)
                .param("at", utc(at))
                .update();
    }

    /** @return without locking: two calls that begin at once must not wait for each other's gap in the index */
    boolean knows(String linkedid) {
        return sql.sql("select 1 from call_record where linkedid = ?")
                .param(linkedid)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** @return the call, which nobody else changes before this transaction ends */
    Optional<CallRow> lock(String linkedid) {
        return sql.sql("select * from call_record where linkedid = ? for update")
                .param(linkedid)
                .query(CallRow::read)
                .optional();
    }

    List<LegRow> legs(String linkedid) {
        return sql.sql("select * from call_leg where linkedid = ? order by started_at, uniqueid")
                .param(linkedid)
                .query(LegRow::read)
                .list();
    }

    /** @return by linked id; nothing for calls without legs */
    Map<String, List<LegRow>> legs(Collection<String> linkedids) {
        return linkedids.isEmpty()
                ? Map.of()
                : sql
                        .sql("select * from call_leg where linkedid in (:linkedids) order by started_at, uniqueid")
                        .param("linkedids", linkedids)
                        .query(LegRow::read)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(LegRow::linkedid));
    }

    boolean queued(String linkedid, String queue, Instant at) {
        return once("queued_at = :at, queue = :value", "queued_at", linkedid, at, queue);
    }

    void ticket(String linkedid, TicketId ticket) {
        sql.sql("update call_record set ticket_id = ? where linkedid = ? and ticket_id is null")
                .params(ticket.value(), linkedid)
                .update();
    }

    boolean consent(String linkedid, boolean consent) {
        return 1
                == sql.sql("update call_record set recording_consent = ? where linkedid = ? and recording_consent"
                                + " is null")
                        .params(consent, linkedid)
                        .update();
    }

    /**
     * What the caller chose, also where he never joined a queue.
     *
     * @param language as the dialplan names it, empty when none was chosen
     * @param queue empty when none was chosen
     */
    void chose(String linkedid, String language, String queue) {
        sql.sql("update call_record set language = coalesce(language, nullif(?, '')),"
                        + " queue = coalesce(queue, nullif(?, '')) where linkedid = ?")
                .params(LANGUAGE.matcher(language).matches() ? language : "", queue, linkedid)
                .update();
    }

    Optional<CallRow> get(String linkedid) {
        return sql.sql("select * from call_record where linkedid = ?")
                .param(linkedid)
                .query(CallRow::read)
                .optional();
    }

    boolean rated(String linkedid, int score) {
        return 1
                == sql.sql("update call_record set satisfaction = ? where linkedid = ? and satisfaction is null")
                        .params(score, linkedid)
                        .update();
    }

    boolean rang(String linkedid, CallFact.Party party, String kind, Optional<StaffId> advisor, Instant at) {
        return 1
                == sql.sql("""
                    insert ignore into call_leg (linkedid, uniqueid, channel, kind, advisor_id, started_at)
                    values (:linkedid, :uniqueid, :channel, :kind, :advisor, :at)\
                    """)
                        .param("linkedid", linkedid)
                        .param("uniqueid", party.uniqueid())
                        .param("channel", party.channel())
                        .param("kind", kind)
                        .param("advisor", advisor.map(StaffId::value).orElse(null))
                        .param("at", utc(at))
                        .update();
    }

    /** The channel of a leg that was announced before the exchange gave it a name. */
    void named(String linkedid, CallFact.Party party) {
        sql.sql("update call_leg set channel = ? where linkedid = ? and uniqueid = ?")
                .params(party.channel(), linkedid, party.uniqueid())
                .update();
    }

    boolean legPickedUp(String linkedid, String uniqueid, Instant at) {
        return leg("answered_at", linkedid, uniqueid, at);
    }

    boolean legEnded(String linkedid, String uniqueid, Instant at) {
        return leg("ended_at", linkedid, uniqueid, at);
    }

    /** @return whether nobody had picked up before */
    boolean answered(String linkedid, StaffId advisor, Instant at) {
        sql.sql("update call_record set advisor_id = ? where linkedid = ?")
                .params(advisor.value(), linkedid)
                .update();
        return once("answered_at = :at", "answered_at", linkedid, at, null);
    }

    boolean unanswered(String linkedid, Unanswered why) {
        return 1
                == sql.sql("update call_record set unanswered = ? where linkedid = ? and unanswered is null"
                                + " and answered_at is null")
                        .params(why.name(), linkedid)
                        .update();
    }

    boolean over(String linkedid, Instant at) {
        return once("over_at = :at", "over_at", linkedid, at, null);
    }

    void exitHint(String linkedid, String hint) {
        sql.sql("update call_record set exit_hint = ? where linkedid = ? and exit_hint is null")
                .params(hint, linkedid)
                .update();
    }

    /** @return whether the call had not ended before; one that was only thought interrupted is put right */
    boolean ended(String linkedid, Outcome outcome, Optional<Duration> waited, Optional<Duration> talked, Instant at) {
        return 1
                == sql.sql("""
                    update call_record set ended_at = coalesce(ended_at, :at), outcome = :outcome, wait_millis = :waited, talk_millis = :talked
                    where linkedid = :linkedid and (ended_at is null or outcome = 'INTERRUPTED' and :outcome <> 'INTERRUPTED')\
                    """)
                        .param("at", utc(at))
                        .param("outcome", outcome.name())
                        .param("waited", waited.map(Duration::toMillis).orElse(null))
                        .param("talked", talked.map(Duration::toMillis).orElse(null))
                        .param("linkedid", linkedid)
                        .update();
    }

    private boolean leg(String stage, String linkedid, String uniqueid, Instant at) {
        return 1
                == sql.sql("update call_leg set " + stage + " = ? where linkedid = ? and uniqueid = ? and " + stage
                                + " is null")
                        .params(utc(at), linkedid, uniqueid)
                        .update();
    }

    private boolean once(String change, String stage, String linkedid, Instant at, @Nullable String value) {
        return 1
                == sql.sql("update call_record set " + change + " where linkedid = :linkedid and " + stage + " is null")
                        .param("at", utc(at))
                        .param("value", value)
                        .param("linkedid", linkedid)
                        .update();
    }
}
