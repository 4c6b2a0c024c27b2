package ma.mowakaba.routing;

import java.time.Instant;
import ma.mowakaba.staff.StaffId;

/** Somebody's telephone has registered with the exchange, or is gone. */
public record TelephoneChanged(StaffId advisor, boolean reachable, Instant at) {}
