package ma.mowakaba.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.ticket.TicketId;
import org.springframework.stereotype.Component;

/**
 * What a call leaves behind. A message and the wish to be called back become a case; whoever rang only to be called back is owed a call
 * too. Joins the transaction that stores the end.
 */
@Component
class Aftermath {

    private final CallBook book;
    private final CallTickets tickets;
    private final Callbacks callbacks;
    private final CallLine line;
    private final TelephonySettings settings;

    Aftermath(CallBook book, CallTickets tickets, Callbacks callbacks, CallLine line, TelephonySettings settings) {
        this.book = book;
        this.tickets = tickets;
        this.callbacks = callbacks;
        this.line = line;
        this.settings = settings;
    }

    /** @param call as it is stored now */
    void ended(CallRow call, Outcome outcome, Instant at) {
        if (call.inbound()) {
            inbound(call, outcome, at);
        } else if (callbacks.dialling(call.linkedid())) {
            calledBack(call, outcome);
        }
    }

    private void inbound(CallRow call, Outcome outcome, Instant at) {
        Optional<PhoneNumber> number = call.caller().filter(settings::mayDial);
        boolean back = outcome == Outcome.CALLBACK || outcome == Outcome.IVR_HANGUP && bip(call, at);
        if (back && number.isPresent()) {
            if (!callbacks.owed(number.get())) {
                callbacks.owe(
                        call.linkedid(),
                        number.get(),
                        queue(call),
                        ticket(call, at),
                        call.queuedAt().orElse(call.startedAt()));
            }
        } else if (outcome == Outcome.VOICEMAIL || outcome == Outcome.CALLBACK) {
            ticket(call, at);
        } else if (outcome == Outcome.ANSWERED) {
            call.caller().ifPresent(callbacks::reached);
        }
    }

    private boolean bip(CallRow call, Instant at) {
        return Duration.between(call.startedAt(), at).compareTo(settings.line().bip()) < 0;
    }

    private TicketId ticket(CallRow call, Instant at) {
        return call.ticket().orElseGet(() -> tickets.afterwards(call, queue(call), at));
    }

    private static QueueName queue(CallRow call) {
        return call.queue()
                .map(QueueName::parse)
                .orElseGet(
                        () -> new QueueName(DomainCode.GENERAL, call.language().orElse(Language.AR)));
    }

    /** An advisor who did not pick up is paused as he would be by the queue. */
    private void calledBack(CallRow call, Outcome outcome) {
        Optional<LegRow> advisor = book.legs(call.linkedid()).stream()
                .filter(leg -> leg.advisor().isPresent())
                .findFirst();
        if (outcome == Outcome.ANSWERED) {
            call.caller().ifPresent(callbacks::reached);
        } else if (advisor.flatMap(LegRow::answeredAt).isPresent()) {
            callbacks.notReached(call.linkedid());
        } else {
            callbacks.notTried(call.linkedid());
            advisor.flatMap(LegRow::advisor).ifPresent(line::missed);
        }
    }
}
