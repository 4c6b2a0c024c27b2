package ma.mowakaba.ticket;

import java.time.Instant;

/**
 * What is owed, and why just then: when a day off moves, it is owed at another instant.
 *
 * @param minutes of business time
 */
record Promise(Instant from, long minutes, Instant due) {}
