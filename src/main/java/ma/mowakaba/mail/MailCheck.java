package ma.mowakaba.mail;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.TicketId;
import ma.mowakaba.ticket.TicketNumber;

/** Says whether a mail is something else than a request. */
@FunctionalInterface
interface MailCheck {

    /** @return empty when this check has nothing against it */
    Optional<Verdict> look(Arrival arrival, Surroundings around);

    /**
     * What is known beside the mail itself.
     *
     * @param rules the same for every mail
     * @param known mails with its own Message-ID or with one it refers to
     * @param place the case it would continue
     * @param storm why mails like this one are stopped, counted when it is asked
     */
    record Surroundings(Rules rules, List<KnownMail> known, Optional<Place> place, Supplier<Optional<String>> storm) {

        boolean isOwn(EmailAddress address) {
            return rules.own().contains(ReplyAddress.plain(address));
        }
    }

    /**
     * @param limit in bytes
     * @param own addresses of the center, never a requester's
     * @param hosts whose word counts, in lower case
     */
    record Rules(long limit, Set<EmailAddress> own, Set<String> hosts) {}

    /**
     * @param ticket the case it concerns
     * @param message of that case, where it is a copy of it
     * @param reason message {@code mail.reason.<reason>}
     */
    record Verdict(
            Mailroom.Handled outcome,
            Optional<TicketId> ticket,
            Optional<TicketNumber> number,
            Optional<UUID> message,
            String reason) {

        static Optional<Verdict> of(Mailroom.Handled outcome, String reason) {
            return Optional.of(new Verdict(outcome, Optional.empty(), Optional.empty(), Optional.empty(), reason));
        }

        static Optional<Verdict> of(Mailroom.Handled outcome, Optional<Place> place, String reason) {
            return Optional.of(
                    new Verdict(outcome, place.map(Place::ticket), place.map(Place::number), Optional.empty(), reason));
        }

        static Optional<Verdict> about(Mailroom.Handled outcome, Optional<KnownMail> mail, String reason) {
            return Optional.of(new Verdict(
                    outcome,
                    mail.map(KnownMail::ticket),
                    mail.map(KnownMail::number),
                    mail.map(KnownMail::message),
                    reason));
        }
    }
}
