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
        String address) {}
