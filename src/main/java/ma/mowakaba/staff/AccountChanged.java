package ma.mowakaba.staff;

import java.time.Instant;

/**
 * An account was made, changed or disabled; published inside the transaction that stores it.
 *
 * @param disabled whether he may no longer come in: his sessions end now
 */
public record AccountChanged(StaffId account, String username, boolean disabled, Instant at) {}
