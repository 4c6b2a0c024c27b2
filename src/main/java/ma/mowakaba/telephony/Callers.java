package ma.mowakaba.telephony;

import java.time.Instant;
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
import ma.mowakaba.kernel.PhoneNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Recognises who is calling, and makes a contact of the call. */
@Component
class Callers {

    private final CallBook book;
    private final Directory directory;
    private final Reception reception;
    private final ApplicationEventPublisher events;

    Callers(CallBook book, Directory directory, Reception reception, ApplicationEventPublisher events) {
        this.events = events;
        this.book = book;
        this.directory = directory;
        this.reception = reception;
    }

    /** A withheld number is a caller without a person, not an error. */
    void welcome(String linkedid, Optional<PhoneNumber> number, String dialled, Instant at) {
        if (reception.find(Channel.CALL, linkedid).isPresent()) {
            return;
        }
        ContactId contact = open(linkedid, number, dialled, at, true);
        events.publishEvent(new CallEvent.Arrived(new CallId(linkedid), contact, at));
    }

    /** @return the contact of a call we make ourselves */
    ContactId callOut(String linkedid, PhoneNumber number, Instant at) {
        return open(linkedid, Optional.of(number), number.e164(), at, false);
    }

    private ContactId open(String linkedid, Optional<PhoneNumber> number, String dialled, Instant at, boolean inbound) {
        Optional<PersonCard> known = number.flatMap(directory::whoIs);
        Language language = known.map(PersonCard::language).orElse(Language.AR);
        Optional<PersonId> person =
                known.map(PersonCard::id).or(() -> number.map(it -> directory.meet(it, Optional.empty(), language)));
        ContactId contact =
                reception.welcome(new Approach(Channel.CALL, linkedid, person, DomainCode.GENERAL, language, at));
        book.open(linkedid, contact, inbound, number, dialled, at);
        return contact;
    }
}
