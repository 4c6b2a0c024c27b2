package ma.mowakaba.telephony;

import java.time.Instant;
import ma.mowakaba.contact.ContactId;

/**
 * The caller said by a key how satisfied he is; published once, inside the transaction that stores it.
 *
 * @param score 1 to 5, 5 is best
 */
public record CallRated(CallId call, ContactId contact, int score, Instant at) {}
