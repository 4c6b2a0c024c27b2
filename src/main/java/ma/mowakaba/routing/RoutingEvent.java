package ma.mowakaba.routing;

import java.time.Instant;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.staff.StaffId;

/** What the router did. Published inside the transaction that stores it. */
public sealed interface RoutingEvent {

    ContactId contact();

    Instant at();

    record Waits(ContactId contact, Channel channel, Instant at) implements RoutingEvent {}

    record Assigned(ContactId contact, Channel channel, StaffId advisor, Reason reason, Instant at)
            implements RoutingEvent {}

    record Released(ContactId contact, Channel channel, StaffId advisor, Instant at) implements RoutingEvent {}

    /** Gone from the line without an advisor. */
    record Left(ContactId contact, Instant at) implements RoutingEvent {}
}
