package ma.mowakaba.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The reception: each fact is stored and told the first time only. What only reads joins a transaction, and opens none. */
@Component
@Transactional
class FrontDesk implements Reception {
    private final ContactBook book;
    private final ApplicationEventPublisher events;

    FrontDesk(ContactBook book, ApplicationEventPublisher events) {
        this.book = book;
        this.events = events;
    }

    @Override
    public ContactId welcome(Approach approach) {
        Optional<ContactId> opened = book.insert(approach, Optional.empty());
        opened.ifPresent(contact -> tellOpened(contact, approach));
        return opened.orElseGet(() -> known(approach));
    }

    @Override
    public ContactId queue(Approach approach) {
        Optional<ContactId> opened = book.insert(approach, Optional.of(approach.at()));
        if (opened.isEmpty()) {
            ContactId known = known(approach);
            queued(known, approach.domain(), approach.language(), approach.at());
            return known;
        }
        tellOpened(opened.get(), approach);
        events.publishEvent(new ContactEvent.Queued(
                opened.get(), approach.channel(), approach.domain(), approach.language(), approach.at()));
        return opened.get();
    }

    @Override
    public void queued(ContactId contact, DomainCode domain, Language language, Instant at) {
        if (book.queued(contact, domain, language, at)) {
            events.publishEvent(new ContactEvent.Queued(contact, get(contact).channel(), domain, language, at));
        }
    }

    @Override
    public void answered(ContactId contact, StaffId by, Instant at) {
        if (book.answered(contact, by, at)) {
            events.publishEvent(new ContactEvent.Answered(contact, by, at));
        }
    }

    @Override
    public void handled(ContactId contact, StaffId by, Instant from, Optional<Instant> until, Duration held) {
        Contact known = get(contact);
        events.publishEvent(new ContactEvent.Handled(
                contact, known.channel(), known.domain(), known.language(), by, from, until, held));
    }

    @Override
    public void ended(ContactId contact, Outcome outcome, Instant at) {
        if (book.ended(contact, outcome, at)) {
            events.publishEvent(
                    new ContactEvent.Ended(contact, outcome, get(contact).answeredBy(), at));
        }
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Contact get(ContactId contact) {
        return book.byId(contact).orElseThrow(() -> Problem.notFound("contact.unknown"));
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Contact> all(Collection<ContactId> contacts) {
        return contacts.isEmpty() ? List.of() : book.byIds(contacts);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Contact> find(Channel channel, String reference) {
        return book.byReference(channel, reference);
    }

    private void tellOpened(ContactId contact, Approach approach) {
        events.publishEvent(new ContactEvent.Opened(
                contact, approach.channel(), approach.domain(), approach.language(), approach.at()));
    }

    private ContactId known(Approach approach) {
        return book.committed(approach.channel(), approach.reference())
                .map(Contact::id)
                .orElseThrow(() -> new IllegalStateException("a contact is never deleted"));
    }
}
