package ma.mowakaba.routing;

import java.time.Instant;
import ma.mowakaba.staff.StaffId;

/**
 * Whether the exchange may ring an advisor now. Published after the change is committed, outside any transaction, and again when
 * nothing changed for the phone; the last one is always true.
 */
public record RingPermission(StaffId advisor, boolean mayRing, Instant at) {}
