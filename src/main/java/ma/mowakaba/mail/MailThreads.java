package ma.mowakaba.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonCard;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketId;
import org.springframework.stereotype.Component;

/** Finds the case a mail continues: by the mails it refers to, else by our tag in its address, else by the number in its subject. */
@Component
class MailThreads {

    private final ThreadBook book;
    private final Directory directory;
    private final Helpdesk helpdesk;
    private final Letterheads letterheads;

    MailThreads(ThreadBook book, Directory directory, Helpdesk helpdesk, Letterheads letterheads) {
        this.book = book;
        this.directory = directory;
        this.helpdesk = helpdesk;
        this.letterheads = letterheads;
    }

    /** @return mails of cases with the Message-ID of the arrival, or with one it refers to */
    List<KnownMail> known(Arrival arrival) {
        return book.known(Stream.concat(
                        Stream.of(arrival.reference()),
                        arrival.mail().references().stream().map(ThreadBook::reference))
                .distinct()
                .toList());
    }

    void remember(Arrival arrival, Ticket ticket, java.util.UUID message, KnownMail.Role role) {
        String sender = arrival.mail().from().address().map(EmailAddress::value).orElse("");
        book.received(
                new KnownMail(
                        arrival.reference(),
                        arrival.fingerprint(),
                        false,
                        ticket.id(),
                        ticket.number(),
                        message,
                        sender,
                        role),
                arrival.at());
    }

    /** The answers of a new case leave from where its first mail came in. */
    void opened(Arrival arrival, Ticket ticket) {
        arrival.by().ifPresent(mailbox -> letterheads.remember(ticket.number(), mailbox));
    }

    /** @param known as {@link #known} found them */
    Optional<Place> find(Arrival arrival, List<KnownMail> known) {
        return byReference(arrival, known).or(() -> byTag(arrival)).or(() -> byNumber(arrival));
    }

    /** The Message-ID of a mail of ours is known to who got it; that of another may be guessed, and counts from believed senders only. */
    private Optional<Place> byReference(Arrival arrival, List<KnownMail> known) {
        List<KnownMail> nearest = arrival.mail().references().stream()
                .map(ThreadBook::reference)
                .flatMap(reference ->
                        known.stream().filter(mail -> mail.reference().equals(reference)))
                .toList();
        return nearest.stream()
                .filter(mail -> mail.ours() || believed(arrival))
                .findFirst()
                .map(mail -> new Place(
                        mail.ticket(),
                        mail.number(),
                        nearest.stream()
                                .anyMatch(
                                        other -> other.ours() && other.ticket().equals(mail.ticket())),
                        mail.ours(),
                        party(arrival, mail.ticket(), nearest)));
    }

    private Optional<Place> byTag(Arrival arrival) {
        return arrival.claims()
                .keyed()
                .map(ticket ->
                        new Place(ticket.id(), ticket.number(), true, true, party(arrival, ticket.id(), List.of())));
    }

    /** Numbers can be guessed: one counts only from somebody who belongs to the case, and is believed to be the one. */
    private Optional<Place> byNumber(Arrival arrival) {
        return arrival.claims()
                .tagged()
                .filter(ticket -> party(arrival, ticket.id(), List.of()))
                .map(ticket -> new Place(ticket.id(), ticket.number(), false, true, true));
    }

    private boolean party(Arrival arrival, TicketId ticket, List<KnownMail> seen) {
        return believed(arrival)
                && (arrival.claims().forwarder().isPresent()
                        || arrival.mail()
                                .from()
                                .address()
                                .filter(from -> corresponds(from, ticket, seen) || asked(from, ticket))
                                .isPresent());
    }

    private static boolean believed(Arrival arrival) {
        return arrival.claims().sender().believed();
    }

    private boolean corresponds(EmailAddress sender, TicketId ticket, List<KnownMail> seen) {
        return seen.stream()
                        .anyMatch(mail -> mail.ticket().equals(ticket)
                                && mail.role() == KnownMail.Role.PARTY
                                && mail.address().equals(sender.value()))
                || book.correspondent(ticket, sender.value());
    }

    private boolean asked(EmailAddress sender, TicketId ticket) {
        return helpdesk.get(ticket)
                .requester()
                .filter(requester -> directory
                        .whoIs(sender)
                        .map(PersonCard::id)
                        .filter(requester::equals)
                        .isPresent())
                .isPresent();
    }
}
