package ma.mowakaba.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.routing.Recipient;
import ma.mowakaba.routing.RoutingEvent;
import ma.mowakaba.staff.StaffId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door, opened: every call is one transaction; what one statement reads opens none. */
@Component
@Transactional
class Desk implements Helpdesk {
    private final Intake intake;
    private final Answers answers;
    private final CaseHandover handover;
    private final Fates fates;
    private final Changes changes;
    private final Reading reading;
    private final Notebook notebook;

    Desk(Intake intake, DeskWork work, Changes changes, Reading reading, Notebook notebook) {
        this.intake = intake;
        this.answers = work.answers();
        this.handover = work.handover();
        this.fates = work.fates();
        this.changes = changes;
        this.reading = reading;
        this.notebook = notebook;
    }

    @Override
    public Ticket open(NewTicket ticket, Optional<IncomingMessage> first) {
        return intake.open(ticket, first);
    }

    @Override
    public Heard append(TicketId ticket, IncomingMessage message) {
        return intake.append(ticket, message);
    }

    @Override
    public Ticket openForCall(NewTicket ticket, ContactId contact, String linkedid) {
        return intake.openForCall(ticket, contact, linkedid);
    }

    @Override
    public void attachCall(TicketId ticket, ContactId contact, String linkedid) {
        intake.call(ticket, contact, linkedid);
        changes.follow(ticket, contact);
    }

    @Override
    public MessageId reply(TicketId ticket, StaffId author, Answer answer) {
        MessageId message = answers.reply(reading.get(ticket), author, answer);
        notebook.remove(ticket, author);
        return message;
    }

    @Override
    public MessageId reply(TicketId ticket, StaffId author, String text, List<String> articles) {
        return reply(ticket, author, new Answer(text, articles, List.of(), List.of()));
    }

    @Override
    public MessageId mailArticle(TicketId ticket, StaffId author, String text, String slug) {
        return answers.mailArticle(reading.get(ticket), author, text, slug);
    }

    @Override
    public MessageId mailTranscript(TicketId ticket, StaffId author, String text) {
        return answers.inform(reading.get(ticket), author, text, List.of());
    }

    @Override
    public MessageId acknowledge(Ticket ticket, ContactId contact, String recipient, String text) {
        return answers.acknowledge(ticket, contact, recipient, text);
    }

    @Override
    public void undelivered(TicketId ticket, MessageId message, String reason) {
        fates.lost(ticket, message, reason);
    }

    @Override
    public MessageId note(TicketId ticket, StaffId author, String text) {
        return answers.note(ticket, author, text);
    }

    @Override
    public MessageId overheard(TicketId ticket, Spoken line) {
        return intake.overheard(ticket, line);
    }

    @Override
    public MessageId notice(TicketId ticket, Notice notice) {
        return intake.notice(ticket, notice);
    }

    @Override
    public Ticket change(TicketId ticket, TicketChange change, long version, Optional<StaffId> by) {
        return changes.change(ticket, change, version, by);
    }

    @Override
    public Ticket change(TicketId ticket, Function<Ticket, TicketChange> change, Optional<StaffId> by) {
        return changes.change(ticket, change, by);
    }

    @Override
    public void assign(TicketId ticket, Optional<StaffId> advisor, Reason reason) {
        changes.assign(ticket, advisor, reason);
    }

    @Override
    public void handOver(TicketId ticket, StaffId by, Recipient to, String why) {
        handover.hand(reading.surviving(ticket), by, to, why);
    }

    /** The router found somebody for a contact: the case is his, and says why. */
    @EventListener
    void on(RoutingEvent.Assigned assigned) {
        reading.idOfContact(assigned.contact())
                .ifPresent(ticket -> changes.assign(ticket, Optional.of(assigned.advisor()), assigned.reason()));
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Ticket get(TicketNumber number) {
        return reading.get(number);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Ticket get(TicketId id) {
        return reading.get(id);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Ticket surviving(TicketId id) {
        return reading.get(reading.surviving(id));
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Ticket> ofContact(ContactId contact) {
        return reading.ofContact(contact);
    }

    @Override
    public void link(TicketId ticket, ContactId contact) {
        changes.link(ticket, contact);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Map<TicketId, Set<ContactId>> contacts(Collection<TicketId> tickets) {
        return reading.contacts(tickets);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Map<TicketId, TicketNumber> numbers(Collection<TicketId> tickets) {
        return reading.numbers(tickets);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Ticket> list(TicketFilter filter, Page.Request page) {
        return reading.list(filter, page);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Ticket> openCasesOf(PersonId person) {
        return reading.openCasesOf(person);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<TimelineEntry> timeline(TicketId ticket, Page.Request page) {
        return reading.timeline(ticket, page);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<TicketNumber> linked(TicketId ticket) {
        return reading.linked(ticket);
    }

    @Override
    @Transactional(readOnly = true)
    public StoredAttachment attachment(UUID id) {
        return reading.attachment(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Formatted formatted(TicketId ticket, MessageId message) {
        return reading.formatted(ticket, message);
    }

    @Override
    public void saveDraft(TicketId ticket, StaffId author, String text) {
        notebook.save(ticket, author, text);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> draft(TicketId ticket, StaffId author) {
        return notebook.read(ticket, author);
    }
}
