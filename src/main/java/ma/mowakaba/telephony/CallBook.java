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
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketId;
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

    /** @return whether nobody knew it; one that is known stays as it is */
    boolean open(CallRow call) {
        return 1
                == sql.sql("""
                    insert ignore into call_record (linkedid, contact_id, direction, caller, dialled, started_at)
                    values (:linkedid, :contact, :direction, :caller, :dialled, :at)\
                    """)
                        .param("linkedid", call.linkedid())
                        .param("contact", call.contact().value())
                        .param("direction", call.inbound() ? "in" : "out")
                        .param("caller", call.caller().map(PhoneNumber::e164).orElse(null))
                        .param("dialled", call.dialled())
                        .param("at", utc(call.startedAt()))
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
                        .param("linkedids", Columns.few(linkedids))
                        .query(LegRow::read)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(LegRow::linkedid));
    }

    /** @return the call, which nobody else changes before this transaction ends */
    Optional<CallInHand> inHand(String linkedid) {
        return lock(linkedid).map(call -> new CallInHand(this, call));
    }

    boolean queued(String linkedid, String queue, TicketId ticket, Instant at) {
        return 1
                == sql.sql("update call_record set queued_at = ?, queue = ?, ticket_id = coalesce(ticket_id, ?)"
                                + " where linkedid = ? and queued_at is null")
                        .params(utc(at), queue, ticket.value(), linkedid)
                        .update();
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

    boolean rang(LegRow leg) {
        return 1
                == sql.sql("""
                    insert ignore into call_leg (linkedid, uniqueid, channel, kind, advisor_id, started_at, answered_at)
                    values (:linkedid, :uniqueid, :channel, :kind, :advisor, :at, :answered)\
                    """)
                        .param("linkedid", leg.linkedid())
                        .param("uniqueid", leg.uniqueid())
                        .param("channel", leg.channel())
                        .param("kind", leg.kind())
                        .param("advisor", leg.advisor().map(StaffId::value).orElse(null))
                        .param("at", utc(leg.startedAt()))
                        .param("answered", utc(leg.answeredAt()))
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

    void answered(String linkedid, StaffId advisor, Instant at) {
        sql.sql("update call_record set advisor_id = ?, answered_at = coalesce(answered_at, ?) where linkedid = ?")
                .params(advisor.value(), utc(at), linkedid)
                .update();
    }

    boolean unanswered(String linkedid, Unanswered why) {
        return 1
                == sql.sql("update call_record set unanswered = ? where linkedid = ? and unanswered is null"
                                + " and answered_at is null")
                        .params(why.name(), linkedid)
                        .update();
    }

    boolean over(String linkedid, Instant at) {
        return 1
                == sql.sql("update call_record set over_at = ? where linkedid = ? and over_at is null")
                        .params(utc(at), linkedid)
                        .update();
    }

    boolean exitHint(String linkedid, String hint) {
        return 1
                == sql.sql("update call_record set exit_hint = ? where linkedid = ? and exit_hint is null")
                        .params(hint, linkedid)
                        .update();
    }

    /**
     * How a call ended, and what the caller had chosen, also where he never joined a queue.
     *
     * @param language as the dialplan names it, empty when none was chosen
     * @param queue empty when none was chosen
     */
    record End(
            Outcome outcome,
            Optional<Duration> waited,
            Optional<Duration> talked,
            String language,
            String queue,
            Instant at) {}

    /** @return whether the call had not ended before; one that was only thought interrupted is put right */
    boolean ended(String linkedid, End end) {
        return 1
                == sql.sql("""
                    update call_record set ended_at = coalesce(ended_at, :at), outcome = :outcome, wait_millis = :waited, talk_millis = :talked,
                      language = coalesce(language, :language), queue = coalesce(queue, nullif(:queue, ''))
                    where linkedid = :linkedid and (ended_at is null or outcome = 'INTERRUPTED' and :outcome <> 'INTERRUPTED')\
                    """)
                        .param("at", utc(end.at()))
                        .param("outcome", end.outcome().name())
                        .param("waited", end.waited().map(Duration::toMillis).orElse(null))
                        .param("talked", end.talked().map(Duration::toMillis).orElse(null))
                        .param("language", spoken(end.language()).orElse(null))
                        .param("queue", end.queue())
                        .param("linkedid", linkedid)
                        .update();
    }

    /** @return the language if it is one that the dialplan speaks */
    static Optional<String> spoken(String language) {
        return Optional.of(language).filter(it -> LANGUAGE.matcher(it).matches());
    }

    private boolean leg(String stage, String linkedid, String uniqueid, Instant at) {
        return 1
                == sql.sql("update call_leg set " + stage + " = ? where linkedid = ? and uniqueid = ? and " + stage
                                + " is null")
                        .params(utc(at), linkedid, uniqueid)
                        .update();
    }
}
