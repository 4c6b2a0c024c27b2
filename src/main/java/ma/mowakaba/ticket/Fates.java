package ma.mowakaba.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import ma.mowakaba.kernel.Columns;
import org.springframework.stereotype.Component;

/** What became of a message on its way. What reached nobody comes back: the case is its advisor's turn again. Joins the caller's transaction. */
@Component
class Fates {
    /** What nobody could know when it was written; that there was no address, or no wish for notices, could be known. */
    private static final Set<String> UNFORESEEN = Set.of("refused", "gave-up", "bounced");

    private final Messages messages;
    private final CaseLedger ledger;
    private final DueTimes due;
    private final Clock clock;

    Fates(Messages messages, CaseLedger ledger, DueTimes due, Clock clock) {
        this.messages = messages;
        this.ledger = ledger;
        this.due = due;
        this.clock = clock;
    }

    /** @param surviving the case that is worked on */
    void left(TicketId surviving, MessageId message) {
        if (messages.left(message)) {
            tell(surviving, message, TimelineEntry.Delivery.SENT);
        }
    }

    /** @param reason message {@code ticket.delivery.<reason>}; a message that was lost before stays so */
    void lost(TicketId ticket, MessageId message, String reason) {
        if (messages.lost(message, reason)) {
            if (UNFORESEEN.contains(reason) && !messages.automatic(message)) {
                comeBack(ticket);
            }
            tell(ledger.surviving(ticket), message, TimelineEntry.Delivery.FAILED);
        }
    }

    private void comeBack(TicketId ticket) {
        Instant now = Columns.now(clock);
        CaseFile file = ledger.take(ticket);
        file.hear(now, due.answer(file.ticket().priority(), now));
        ledger.put(file);
    }

    private void tell(TicketId surviving, MessageId message, TimelineEntry.Delivery delivery) {
        ledger.tell(new TicketEvent.Delivered(surviving, message, delivery, Columns.now(clock)));
    }
}
