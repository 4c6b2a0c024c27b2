package ma.mowakaba.ticket;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonCard;
import ma.mowakaba.kb.Impersonal;
import ma.mowakaba.kb.Lessons;
import ma.mowakaba.kernel.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands what advisors corrected to the knowledge base, without what tells whose case it was. */
@Component
class Corrections {

    /** As much as a mail is sorted by. */
    private static final int ENOUGH = 500;

    private final SortingBook book;
    private final Reading reading;
    private final Directory directory;
    private final Lessons lessons;

    Corrections(SortingBook book, Reading reading, Directory directory, Lessons lessons) {
        this.book = book;
        this.reading = reading;
        this.directory = directory;
        this.lessons = lessons;
    }

    /** The lesson and the note that it was taught are there together; done again, it is the same. */
    @Transactional
    public void teach(SortingBook.Moved moved) {
        moved.corrected()
                .ifPresentOrElse(
                        teacher -> lessons.take(correction(moved, teacher)),
                        () -> lessons.withdraw(moved.ticket().value()));
        book.taught(moved);
    }

    private Lessons.Correction correction(SortingBook.Moved moved, UUID teacher) {
        Ticket ticket = reading.get(moved.ticket());
        String said = reading.timeline(ticket.id(), Page.Request.first(50)).items().stream()
                .filter(entry -> entry instanceof TimelineEntry.Message message
                        && message.heard()
                        && message.ticket().equals(ticket.id()))
                .map(entry -> ((TimelineEntry.Message) entry).text())
                .findFirst()
                .orElse("");
        String text = Impersonal.of(ticket.subject() + "\n" + said, names(ticket), ENOUGH);
        return new Lessons.Correction(ticket.id().value(), text, moved.said(), moved.meant(), teacher, moved.at());
    }

    private List<String> names(Ticket ticket) {
        Optional<PersonCard> card = ticket.requester().map(directory::card);
        return Stream.of(
                        ticket.association().stream(),
                        card.flatMap(PersonCard::name).stream(),
                        card.stream()
                                .flatMap(known -> known.mandates().stream())
                                .map(PersonCard.Mandate::associationName))
                .flatMap(names -> names)
                .toList();
    }
}
