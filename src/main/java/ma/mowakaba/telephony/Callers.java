package ma.mowakaba.telephony;

import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.contact.Approach;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.directory.Directory;
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

    /**
     * A withheld number is a caller without a person, not an error.
     *
     * @return the call, if it was not known before
     */
    Optional<CallRow> welcome(CallFact.Arrived arrived) {
        String linkedid = arrived.linkedid();
        if (reception.find(Channel.CALL, linkedid).isPresent()) {
            return Optional.empty();
        }
        Optional<PhoneNumber> number = PhoneNumber.parse(arrived.number());
        ContactId contact = contact(linkedid, number, arrived.at());
        CallRow call = CallRow.begun(linkedid, contact, true, number, arrived.dialled(), arrived.at());
        boolean first = book.open(call);
        events.publishEvent(new CallEvent.Arrived(call.id(), contact, arrived.at()));
        return Optional.of(call).filter(it -> first);
    }

    /** @return a call we make ourselves */
    CallRow callOut(String linkedid, PhoneNumber number, Instant at) {
        ContactId contact = contact(linkedid, Optional.of(number), at);
        CallRow call = CallRow.begun(linkedid, contact, false, Optional.of(number), number.e164(), at);
        book.open(call);
        return call;
    }

    private ContactId contact(String linkedid, Optional<PhoneNumber> number, Instant at) {
        Optional<Directory.Known> known = number.flatMap(directory::known);
        Language language = known.map(Directory.Known::language).orElse(Language.AR);
        Optional<PersonId> person = known.map(Directory.Known::id)
                .or(() -> number.map(it -> directory.meet(it, Optional.empty(), language)));
        return reception.welcome(new Approach(Channel.CALL, linkedid, person, DomainCode.GENERAL, language, at));
    }
}
