package ma.mowakaba.web.workspace;

import java.util.Optional;
import java.util.stream.Stream;
import ma.mowakaba.chat.ChatRooms;
import ma.mowakaba.contact.Contact;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonCard;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import org.springframework.stereotype.Component;

/** What a contact is called in a list: who, about what, and where it is opened. */
@Component
class ContactLabels {

    private final Reception reception;
    private final Directory directory;
    private final Helpdesk helpdesk;
    private final ChatRooms chats;

    ContactLabels(Reception reception, Directory directory, Helpdesk helpdesk, ChatRooms chats) {
        this.reception = reception;
        this.directory = directory;
        this.helpdesk = helpdesk;
        this.chats = chats;
    }

    /**
     * A contact in a list; empty strings where nothing is known.
     *
     * @param href where it is opened, empty where there is nothing to open yet
     */
    record Label(String who, String subject, String number, String href) {}

    Label of(ContactId id) {
        Contact contact = reception.get(id);
        Optional<Ticket> ticket = helpdesk.ofContact(id);
        String number = ticket.map(Ticket::number).map(Object::toString).orElse("");
        if (contact.channel() == Channel.CHAT) {
            return chats.ofContact(id)
                    .map(room -> new Label(
                            room.visitorName().orElse(""),
                            ticket.map(Ticket::subject).orElse(""),
                            number,
                            "/chats/" + room.id()))
                    .orElseGet(() -> new Label("", "", number, ""));
        }
        return new Label(
                contact.person().map(directory::card).map(ContactLabels::name).orElse(""),
                ticket.map(Ticket::subject).orElse(""),
                number,
                number.isEmpty() ? "" : "/tickets/" + number);
    }

    /** @return the name, else the number as written here, else the address */
    static String name(PersonCard card) {
        return Stream.of(
                        card.name(),
                        card.phones().stream().findFirst().map(phone -> phone.national()),
                        card.emails().stream().findFirst().map(email -> email.value()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }
}
