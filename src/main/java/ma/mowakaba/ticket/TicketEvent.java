package ma.mowakaba.ticket;

import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.staff.StaffId;

/** What happened to a case. Published inside the transaction that stores it. */
public sealed interface TicketEvent {

    TicketId ticket();

    Instant at();

    record Opened(TicketId ticket, TicketNumber number, Instant at) implements TicketEvent {}

    record MessageAdded(TicketId ticket, MessageId message, TimelineEntry.Direction direction, Instant at)
            implements TicketEvent {}

    record Replied(TicketId ticket, MessageId message, StaffId by, Instant at) implements TicketEvent {}

    record Changed(TicketId ticket, Optional<StaffId> by, Instant at) implements TicketEvent {}

    record StateChanged(TicketId ticket, TicketState from, TicketState to, Instant at) implements TicketEvent {}

    /** The outbox got an answer about a message: sent, or failed for good. */
    record Delivered(TicketId ticket, MessageId message, TimelineEntry.Delivery delivery, Instant at)
            implements TicketEvent {}
}
