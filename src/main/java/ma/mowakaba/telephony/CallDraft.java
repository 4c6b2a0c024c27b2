package ma.mowakaba.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketId;

/** What may change of a {@link CallRow}, while it changes. */
final class CallDraft {

    private final CallRow before;
    Optional<TicketId> ticket;
    Optional<String> queue;
    Optional<Instant> queuedAt;
    Optional<Instant> answeredAt;
    Optional<Instant> overAt;
    Optional<Instant> endedAt;
    Optional<Outcome> outcome;
    Optional<Duration> waited;
    Optional<Duration> talked;
    String exitHint;
    Optional<StaffId> advisor;
    Optional<Boolean> consent;
    Optional<Integer> satisfaction;
    Optional<Unanswered> unanswered;
    Optional<Language> language;

    CallDraft(CallRow call) {
        before = call;
        ticket = call.ticket();
        queue = call.queue();
        queuedAt = call.queuedAt();
        answeredAt = call.answeredAt();
        overAt = call.overAt();
        endedAt = call.endedAt();
        outcome = call.outcome();
        waited = call.waited();
        talked = call.talked();
        exitHint = call.exitHint();
        advisor = call.advisor();
        consent = call.consent();
        satisfaction = call.satisfaction();
        unanswered = call.unanswered();
        language = call.language();
    }

    CallRow row() {
        return new CallRow(
                before.linkedid(),
                before.contact(),
                ticket,
                before.inbound(),
                before.caller(),
                before.dialled(),
                queue,
                before.startedAt(),
                queuedAt,
                answeredAt,
                overAt,
                endedAt,
                outcome,
                waited,
                talked,
                exitHint,
                advisor,
                consent,
                satisfaction,
                unanswered,
                language);
    }
}
