package ma.mowakaba.mail;

import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.ticket.TicketNumber;

/** A stored mail without its bytes. */
record RawMail(
        UUID id,
        State state,
        Optional<Mailroom.Handled> outcome,
        Optional<TicketNumber> ticket,
        Optional<UUID> message,
        Optional<String> reason) {

    /** What has become of it. */
    enum State {
        /** Stored; what follows has not been committed yet. */
        RECEIVED,
        /** A message of a case. */
        FILED,
        /** Understood, and not a request: a copy, an automatic answer, a bounce. */
        SET_ASIDE,
        /** Somebody has to look at it. */
        QUARANTINED,
        /** Filed or set aside so long ago that its bytes are no longer kept. */
        GONE
    }

    /** @return the answer to whoever hands in the same bytes again */
    Mailroom.Receipt again() {
        return new Mailroom.Receipt(Mailroom.Handled.DUPLICATE, ticket, message, reason);
    }
}
