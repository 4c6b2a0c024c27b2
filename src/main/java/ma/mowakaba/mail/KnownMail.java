package ma.mowakaba.mail;

import java.util.UUID;
import ma.mowakaba.ticket.TicketId;
import ma.mowakaba.ticket.TicketNumber;

/**
 * A mail that belongs to a case.
 *
 * @param ours whether the center wrote it
 */
record KnownMail(
        String reference,
        byte[] fingerprint,
        boolean ours,
        TicketId ticket,
        TicketNumber number,
        UUID message,
        String address,
        Role role) {

    /** As what it came to the case. */
    enum Role {
        /** Of somebody the case belongs to, or from the center to him. */
        PARTY,
        /** Of somebody else who has seen a mail of the case. */
        THIRD,
        /** Of a machine: an automatic answer, a report. */
        MACHINE
    }
}
