package ma.mowakaba.mail;

import java.util.Optional;
import ma.mowakaba.contact.Approach;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonCard;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.routing.Router;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.IncomingMessage;
import ma.mowakaba.ticket.MessageId;
import ma.mowakaba.ticket.NewTicket;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketId;
import org.springframework.stereotype.Component;

/** Makes a mail a contact, and a message of a case. Joins the caller's transaction. */
@Component
class Casework {

    private final Directory directory;
    private final Reception reception;
    private final Helpdesk helpdesk;
    private final Router router;
    private final FiledMessages messages;

    Casework(Directory directory, Reception reception, Helpdesk helpdesk, Router router, FiledMessages messages) {
        this.directory = directory;
        this.reception = reception;
        this.helpdesk = helpdesk;
        this.router = router;
        this.messages = messages;
    }

    /**
     * A mail that is a message now.
     *
     * @param ticket the case it is heard on
     * @param said the case it was said in: that one, or a part of it
     * @param opened whether the case is new
     */
    record Filed(Ticket ticket, Ticket said, ContactId contact, MessageId message, boolean opened) {}

    /** What a machine said about a case. */
    record Noticed(Ticket ticket, MessageId message) {}

    Noticed notice(TicketId id, Arrival arrival) {
        ParsedMail mail = arrival.mail();
        return new Noticed(
                helpdesk.get(id),
                helpdesk.notice(
                        id,
                        new Helpdesk.Notice(
                                Channel.MAIL,
                                mail.from().shown(),
                                mail.to(),
                                mail.subject(),
                                text(mail),
                                mail.body().html(),
                                arrival.at())));
    }

    Filed open(Arrival arrival) {
        Language language = arrival.language();
        Optional<Directory.Met> met = meet(arrival, language);
        Optional<PersonId> person = met.map(Directory.Met::id);
        ContactId contact = queue(arrival, person, arrival.domain(), language);
        NewTicket wanted = new NewTicket(
                arrival.mail().subject(),
                Channel.MAIL,
                arrival.domain(),
                language,
                Priority.NORMAL,
                person,
                met.flatMap(this::speaksFor));
        Ticket ticket = helpdesk.open(wanted.sortedBy(arrival.about()), Optional.of(message(arrival, contact, person)));
        return request(arrival, new Filed(ticket, ticket, contact, messages.take(), true));
    }

    Filed append(TicketId id, Arrival arrival) {
        Ticket said = helpdesk.get(id);
        Ticket before = said.mergedInto().isEmpty() ? said : helpdesk.surviving(id);
        Optional<PersonId> person = meet(arrival, said.language()).map(Directory.Met::id);
        ContactId contact = queue(arrival, person, before.domain(), before.language());
        Helpdesk.Heard heard = helpdesk.append(id, message(arrival, contact, person));
        Ticket now = heard.ticket();
        return request(
                arrival, new Filed(now, heard.continued() ? now : said, contact, messages.take(), heard.continued()));
    }

    private Optional<Directory.Met> meet(Arrival arrival, Language language) {
        ParsedMail.Sender from = arrival.mail().from();
        return from.address().map(address -> directory.met(address, from.name(), language));
    }

    private Optional<String> speaksFor(Directory.Met met) {
        return met.first()
                ? Optional.empty()
                : directory.card(met.id()).mandates().stream().findFirst().map(PersonCard.Mandate::associationName);
    }

    private ContactId queue(Arrival arrival, Optional<PersonId> person, DomainCode domain, Language language) {
        return reception.queue(
                new Approach(Channel.MAIL, arrival.id().toString(), person, domain, language, arrival.at()));
    }

    private Filed request(Arrival arrival, Filed filed) {
        Ticket ticket = filed.ticket();
        router.request(new Router.Request(
                filed.contact(),
                Channel.MAIL,
                ticket.domain(),
                ticket.language(),
                ticket.priority(),
                arrival.at(),
                ticket.advisor()));
        return filed;
    }

    private static IncomingMessage message(Arrival arrival, ContactId contact, Optional<PersonId> person) {
        ParsedMail mail = arrival.mail();
        return new IncomingMessage(
                Channel.MAIL,
                contact,
                person,
                mail.from().shown(),
                mail.to(),
                mail.copies(),
                mail.subject(),
                text(mail),
                mail.body().html(),
                mail.body().attachments(),
                arrival.at());
    }

    /** @return what stands in the message: the subject where a mail says no more */
    static String text(ParsedMail mail) {
        return mail.body().text().isBlank() ? mail.subject() : mail.body().text();
    }
}
