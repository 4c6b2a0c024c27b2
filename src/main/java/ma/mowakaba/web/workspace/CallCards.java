package ma.mowakaba.web.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.contact.Contact;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonCard;
import ma.mowakaba.kb.ArticleSummary;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.telephony.Recordings;
import ma.mowakaba.telephony.Switchboard.Call;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;

/** What an advisor should know about a call before he picks it up. */
@Component
class CallCards {

    private final Reception reception;
    private final Directory directory;
    private final Helpdesk helpdesk;
    private final Library library;
    private final Recordings recordings;

    CallCards(Reception reception, Directory directory, Helpdesk helpdesk, Library library, Recordings recordings) {
        this.recordings = recordings;
        this.reception = reception;
        this.directory = directory;
        this.helpdesk = helpdesk;
        this.library = library;
    }

    /**
     * @param recording {@code not}, {@code recording}, {@code paused}
     * @param name empty when we do not know him
     * @param number empty when withheld
     * @param ticket number of the call's own case, empty until it is there
     * @param since when it began to ring, or to be talked
     */
    record Card(
            String id,
            String state,
            String recording,
            String name,
            String number,
            List<PersonCard.Mandate> mandates,
            String domain,
            Language language,
            String tongue,
            String ticket,
            Instant since,
            String waited,
            List<Ticket> open,
            List<ArticleSummary> articles) {}

    /** @param state at the telephone of whoever looks */
    Card of(Call call, String state, Words words) {
        Contact contact = reception.get(call.contact());
        Optional<PersonCard> person = contact.person().map(directory::card);
        Optional<Ticket> ticket = call.ticket().map(helpdesk::surviving).or(() -> helpdesk.ofContact(call.contact()));
        return new Card(
                call.id().linkedid(),
                state,
                recordings.running(call).code(),
                person.flatMap(PersonCard::name).orElse(""),
                call.caller().map(PhoneNumber::national).orElse(""),
                person.map(PersonCard::mandates).orElse(List.of()),
                words.domain(contact.domain()),
                contact.language(),
                words.tongue(contact.language()),
                ticket.map(Ticket::number).map(Object::toString).orElse(""),
                call.answeredAt().or(call::queuedAt).orElse(call.startedAt()),
                call.waited().map(words::length).orElse(""),
                person.map(known -> others(known, ticket)).orElse(List.of()),
                articles(contact));
    }

    private List<Ticket> others(PersonCard person, Optional<Ticket> own) {
        return helpdesk.openCasesOf(person.id()).stream()
                .filter(ticket ->
                        own.filter(mine -> mine.id().equals(ticket.id())).isEmpty())
                .limit(4)
                .toList();
    }

    private List<ArticleSummary> articles(Contact contact) {
        return library.published(contact.language()).stream()
                .filter(article -> article.domain().equals(contact.domain()))
                .limit(4)
                .toList();
    }
}
