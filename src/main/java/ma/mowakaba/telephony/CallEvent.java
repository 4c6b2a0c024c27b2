package ma.mowakaba.telephony;

import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketId;

/** What is seen of a call on live screens; AMI may lose or repeat it, the journal corrects it. */
public sealed interface CallEvent {

    CallId call();

    Instant at();

    record Arrived(CallId call, ContactId contact, Instant at) implements CallEvent {}

    /**
     * The exchange says that he came into a queue. Told before anything of it is stored, so that he is seen at once; he is {@link Queued} when his
     * place and his case are.
     */
    record Entered(CallId call, String queue, Instant at) implements CallEvent {}

    record Queued(CallId call, ContactId contact, Optional<TicketId> ticket, String queue, Instant at)
            implements CallEvent {}

    /** The advisor's telephone rings: his screen shows the case now. */
    record Ringing(CallId call, ContactId contact, Optional<TicketId> ticket, StaffId advisor, Instant at)
            implements CallEvent {}

    record Answered(CallId call, ContactId contact, StaffId advisor, Instant at) implements CallEvent {}

    /** He did not pick up; the exchange tries the next. */
    record RingEnded(CallId call, StaffId advisor, Instant at) implements CallEvent {}

    /** His part is over; the call may go on. */
    record HungUp(CallId call, StaffId advisor, Instant at) implements CallEvent {}

    /** Somebody put the others on hold, or came back. */
    record HoldChanged(CallId call, ContactId contact, boolean on, Instant at) implements CallEvent {}

    /** The recording was made silent, or goes on. */
    record RecordingChanged(CallId call, ContactId contact, StaffId advisor, Instant at) implements CallEvent {}

    /** What was recorded can be heard. */
    record Recorded(CallId call, ContactId contact, Instant at) implements CallEvent {}

    /** Why nobody answered a call we made is known. */
    record Explained(CallId call, ContactId contact, Instant at) implements CallEvent {}

    record Ended(CallId call, ContactId contact, Outcome outcome, Instant at) implements CallEvent {}
}
