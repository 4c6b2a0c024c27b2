package ma.mowakaba.staff;

import java.time.Instant;

/** Somebody's presence is another one now; published inside the transaction that stores it. */
public record PresenceChanged(StaffId advisor, Presence before, Presence after, Instant at) {}
