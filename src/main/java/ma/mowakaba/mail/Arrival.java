package ma.mowakaba.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kb.Library.Classification;
import ma.mowakaba.ticket.Ticket;

/**
 * A mail that was stored and read, before it is known what becomes of it.
 *
 * @param id of the raw mail
 * @param about subject and language of its words
 * @param tagged the case whose number its subject carries; anybody can write a number there
 */
record Arrival(
        UUID id,
        Instant at,
        long bytes,
        ParsedMail mail,
        byte[] fingerprint,
        Classification about,
        Optional<Ticket> tagged) {

    /** @return under which its Message-ID is remembered; made up when it has none */
    String reference() {
        return mail.id().map(ThreadBook::reference).orElse("none:" + id);
    }
}
