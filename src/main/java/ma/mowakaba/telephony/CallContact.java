package ma.mowakaba.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** What the reception is told about a call. */
@Component
class CallContact {

    private final Reception reception;
    private final HoldBook holds;

    CallContact(Reception reception, HoldBook holds) {
        this.reception = reception;
        this.holds = holds;
    }

    void queued(CallRow call, QueueName queue, Instant at) {
        reception.queued(call.contact(), queue.domain(), queue.language(), at);
    }

    void answered(CallRow call, StaffId advisor, Instant at) {
        reception.answered(call.contact(), advisor, at);
    }

    /** @param until empty while he talks; his end tells what he held */
    void part(CallRow call, LegRow leg, Optional<Instant> until) {
        leg.advisor()
                .ifPresent(advisor -> reception.handled(
                        call.contact(), advisor, leg.answeredAt().orElse(leg.startedAt()), until, held(leg, until)));
    }

    private Duration held(LegRow leg, Optional<Instant> until) {
        return until.map(end -> Holds.total(Holds.of(leg, holds.of(leg.linkedid())), end))
                .orElse(Duration.ZERO);
    }

    /** @return whether nobody had told it before */
    boolean held(CallFact.Hold hold) {
        return holds.turned(hold);
    }

    void ended(CallRow call, Outcome outcome, Instant at) {
        reception.ended(call.contact(), outcome, at);
    }
}
