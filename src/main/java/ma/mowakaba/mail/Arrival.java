package ma.mowakaba.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kb.Library.Classification;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.ticket.Ticket;

/**
 * A mail that was stored and read, before it is known what becomes of it.
 *
 * @param id of the raw mail
 * @param mail what was said; of a mail that a colleague forwards, by whom he got it
 * @param about subject and language of its words
 * @param by the mailbox it came in by
 */
record Arrival(
        UUID id,
        Instant at,
        long bytes,
        ParsedMail mail,
        byte[] fingerprint,
        Classification about,
        Optional<Mailbox> by,
        Claims claims) {

    /**
     * What speaks for whom it comes from and where it belongs.
     *
     * @param tagged the case whose number its subject carries; anybody can write a number there
     * @param keyed the case whose tag, in our hand, it was sent to; only who got a mail of ours has that
     * @param sender of the mail as it came
     * @param forwarder the colleague who forwards it
     */
    record Claims(
            Optional<Ticket> tagged,
            Optional<Ticket> keyed,
            Authenticity sender,
            Optional<ParsedMail.Sender> forwarder) {

        static final Claims NONE =
                new Claims(Optional.empty(), Optional.empty(), Authenticity.NOT_ASKED, Optional.empty());
    }

    /** Letters below which a text is too short for its language to be told. */
    private static final int TOO_SHORT = 12;

    /** @return what its words are about, else what mails to its mailbox are about */
    DomainCode domain() {
        return about.domain().equals(DomainCode.GENERAL)
                ? by.flatMap(mailbox -> mailbox.desk().about()).orElse(DomainCode.GENERAL)
                : about.domain();
    }

    Language language() {
        long letters = (mail.subject() + mail.body().text())
                .codePoints()
                .filter(Character::isLetter)
                .limit(TOO_SHORT)
                .count();
        return letters < TOO_SHORT
                ? by.flatMap(mailbox -> mailbox.desk().tongue()).orElse(about.language())
                : about.language();
    }

    /** @return under which its Message-ID is remembered; made up when it has none */
    String reference() {
        return mail.id().map(ThreadBook::reference).orElse("none:" + id);
    }
}
