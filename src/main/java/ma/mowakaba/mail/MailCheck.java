package ma.mowakaba.mail;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.TicketNumber;

/** Says whether a mail is something else than a request. */
@FunctionalInterface
interface MailCheck {

    /** @return empty when this check has nothing against it */
    Optional<Verdict> look(Arrival arrival, Surroundings around);

    /**
     * What is known beside the mail itself.
     *
     * @param limit in bytes
     * @param own addresses of the center, never a requester's
     * @param known mails with its own Message-ID or with one it refers to
     */
    record Surroundings(long limit, Set<EmailAddress> own, List<KnownMail> known) {}

    /** @param reason message {@code mail.reason.<reason>} */
    record Verdict(Mailroom.Handled outcome, Optional<TicketNumber> ticket, Optional<UUID> message, String reason) {

        static Optional<Verdict> of(Mailroom.Handled outcome, Optional<KnownMail> about, String reason) {
            return Optional.of(
                    new Verdict(outcome, about.map(KnownMail::number), about.map(KnownMail::message), reason));
        }
    }
}
