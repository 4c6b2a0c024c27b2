package ma.mowakaba.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.contact.Contact;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.staff.StaffId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The line and the desks in the database. What only reads joins a transaction, and opens none. */
@Service
@Transactional
class StoredRouter implements Router {

    private static final Reason HANDED_OVER = Reason.of("handed-over");

    private final RouterParts parts;
    private final Reception reception;
    private final RoutingSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StoredRouter(
            RouterParts parts,
            Reception reception,
            RoutingSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.parts = parts;
        this.reception = reception;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void request(Request request) {
        if (live(request.channel())
                && reception.get(request.contact()).endedAt().isPresent()) {
            return;
        }
        if (parts.line().add(request)) {
            events.publishEvent(new RoutingEvent.Waits(request.contact(), request.channel(), now()));
        }
    }

    @Override
    public void cancel(ContactId contact) {
        parts.hands().leave(contact, now());
    }

    @Override
    public void took(ContactId contact, Channel channel, StaffId advisor, Reason reason) {
        Optional<Line.Held> held = parts.hands().lock(contact);
        if (held.isEmpty()) {
            Contact known = reception.get(contact);
            if (live(channel) && known.endedAt().isPresent()) {
                parts.hands()
                        .record(
                                contact,
                                channel,
                                advisor,
                                reason,
                                known.endedAt().get());
                return;
            }
            parts.line().add(arrived(known));
            held = parts.hands().lock(contact);
        }
        parts.hands().take(contact, held.orElseThrow(), advisor, reason, now());
    }

    @Override
    public void release(ContactId contact) {
        parts.hands().release(contact, now());
    }

    @Override
    public void giveBack(ContactId contact, Reason reason) {
        parts.hands().giveBack(contact, reason, now(), now().plus(settings.avoid()));
    }

    @Override
    public void handOver(ContactId contact, Recipient to) {
        switch (to) {
            case Recipient.Colleague colleague ->
                took(contact, reception.get(contact).channel(), colleague.id(), HANDED_OVER);
            case Recipient.Subject subject ->
                parts.hands().refer(contact, subject.domain(), now(), now().plus(settings.avoid()));
        }
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public CallPlan plan(DomainCode domain, Language language, Optional<StaffId> preferred) {
        return parts.plans().plan(domain, language, preferred);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public boolean staffed(DomainCode domain, Language language, Channel channel) {
        return parts.plans().staffed(domain, language, channel);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public boolean waits(ContactId contact) {
        return parts.line().waits(contact);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Waiting> waiting(int most) {
        return parts.line().waiting(most);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Queue> queues() {
        return parts.line().queues();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Set<StaffId> ringable(Collection<StaffId> advisors) {
        return parts.phones().ringable(advisors);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Assignment> current(StaffId advisor) {
        return parts.assignments().current(advisor);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Assignment> current() {
        return parts.assignments().current();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Assignment> history(ContactId contact) {
        return parts.assignments().history(contact);
    }

    /** A contact that never waited here, as a call that the advisor dialled. */
    private static Request arrived(Contact contact) {
        return new Request(
                contact.id(),
                contact.channel(),
                contact.domain(),
                contact.language(),
                Priority.NORMAL,
                contact.queuedAt().orElse(contact.openedAt()),
                Optional.empty());
    }

    private static boolean live(Channel channel) {
        return channel == Channel.CALL || channel == Channel.CHAT;
    }

    private Instant now() {
        return Columns.now(clock);
    }
}
