package ma.mowakaba.mail;

import java.time.Clock;
import java.util.UUID;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kb.Library.Classification;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads a stored mail and finds out what it is about, before the transaction that files it. */
@Component
class Sorting {

    private static final Logger log = LoggerFactory.getLogger(Sorting.class);
    /** People say what they want at the beginning; the rest costs time and adds quotations and signatures. */
    private static final int ENOUGH_TO_CLASSIFY = 500;

    private final Library library;
    private final Provenance provenance;
    private final MailNotes notes;
    private final Mailboxes mailboxes;
    private final Clock clock;

    Sorting(Library library, Provenance provenance, MailNotes notes, Mailboxes mailboxes, Clock clock) {
        this.library = library;
        this.provenance = provenance;
        this.notes = notes;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    /**
     * @param source where it came from
     * @throws RuntimeException when the bytes cannot be read at all, or the database is away
     */
    Arrival read(UUID id, byte[] raw, String source) {
        Provenance.Traced traced = provenance.trace(reported(MimeReader.read(raw)));
        ParsedMail mail = traced.mail();
        Classification about = classify(mail.subject() + "\n" + mail.body().text());
        return new Arrival(
                id,
                Columns.now(clock),
                raw.length,
                notes.told(mail, about.language()),
                Fingerprint.of(mail),
                about,
                mailboxes.of(source, mail),
                traced.claims());
    }

    /** What a server gives back may stand in its text only. */
    private static ParsedMail reported(ParsedMail mail) {
        return DeliveryReports.is(mail) ? mail.referring(DeliveryReports.copiedIds(mail)) : mail;
    }

    /** A knowledge base that is away must not keep a mail from its case. */
    private Classification classify(String text) {
        String beginning = text.substring(0, Math.min(ENOUGH_TO_CLASSIFY, text.length()));
        try {
            return library.classify(beginning);
        } catch (RuntimeException away) {
            log.warn("mail classified by its script only: {}", away.getClass().getSimpleName());
            boolean arabic = beginning
                    .codePoints()
                    .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
            return new Classification(DomainCode.GENERAL, arabic ? Language.AR : Language.FR, 0);
        }
    }
}
