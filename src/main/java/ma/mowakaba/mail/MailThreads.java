package ma.mowakaba.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonCard;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketId;
import org.springframework.stereotype.Component;

/** Finds the case a mail continues: by the mails it refers to, else by the number in its subject. */
@Component
class MailThreads {

    private final ThreadBook book;
    private final Directory directory;
    private final Letterheads letterheads;

    MailThreads(ThreadBook book, Directory directory, Letterheads letterheads) {
        this.book = book;
        this.directory = directory;
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

    void remember(Arrival arrival, Casework.Filed filed) {
        String sender = arrival.mail().from().address().map(EmailAddress::value).orElse("");
        book.received(
                new KnownMail(
                        arrival.reference(),
                        arrival.fingerprint(),
                        false,
                        filed.ticket().id(),
                        filed.ticket().number(),
                        filed.message().value(),
                        sender),
                arrival.at());
        if (filed.opened()) {
            arrival.by()
                    .ifPresent(mailbox -> letterheads.remember(filed.ticket().number(), mailbox));
        }
    }

    /** @param known as {@link #known} found them */
    Optional<TicketId> find(Arrival arrival, List<KnownMail> known) {
        return byReference(arrival, known).or(() -> byNumber(arrival));
    }

    private static Optional<TicketId> byReference(Arrival arrival, List<KnownMail> known) {
        return arrival.mail().references().stream()
                .map(ThreadBook::reference)
                .flatMap(reference ->
                        known.stream().filter(mail -> mail.reference().equals(reference)))
                .map(KnownMail::ticket)
                .findFirst();
    }

    /** Numbers can be guessed: one counts only from somebody who belongs to the case. */
    private Optional<TicketId> byNumber(Arrival arrival) {
        return arrival.tagged()
                .filter(ticket -> arrival.mail()
                        .from()
                        .address()
                        .filter(from -> belongs(from, ticket))
                        .isPresent())
                .map(Ticket::id);
    }

    private boolean belongs(EmailAddress sender, Ticket ticket) {
        boolean requester = ticket.requester().isPresent()
                && directory.whoIs(sender).map(PersonCard::id).equals(ticket.requester());
        return requester || book.correspondent(ticket.id(), sender.value());
    }
}
