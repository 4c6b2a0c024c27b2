package ma.mowakaba.ticket;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.routing.Recipient;
import ma.mowakaba.staff.StaffId;

/**
 * Door of the module: the cases. Every method joins the caller's transaction or opens one; refusals are
 * {@link ma.mowakaba.kernel.Problem}s: NOT_FOUND {@code ticket.unknown}, STALE {@code ticket.stale}, CONFLICT {@code ticket.transition}.
 * What is said in a case that is a part of another ({@link MergedCases}) is kept as said in it and goes to its requester; state, owner
 * and due time are those of the surviving case.
 */
public interface Helpdesk {

    /** @return the new case with its first message; {@code ContactEvent.Queued} and the request for an advisor are the caller's */
    Ticket open(NewTicket ticket, Optional<IncomingMessage> first);

    /**
     * A further message of the requester. Reopens the case unless it was closed more than 14 days ago: then a linked case is opened.
     *
     * @param ticket the one it answers; heard on the case that this is a part of, where it is one
     */
    Heard append(TicketId ticket, IncomingMessage message);

    /** @return the new case of a call that nobody has yet; it is on its timeline */
    Ticket openForCall(NewTicket ticket, ContactId contact, String linkedid);

    /** Puts a call of this contact on the case's timeline, once. */
    void attachCall(TicketId ticket, ContactId contact, String linkedid);

    /**
     * An advisor's answer: stored, put into the outbox of the channel, and pinned with the articles it carries.
     *
     * @throws ma.mowakaba.kernel.Problem INVALID {@code ticket.files-by-mail} or {@code ticket.copies-by-mail} when they would have to go
     *     another way than by mail, {@code ticket.copies-too-many}; TOO_LARGE {@code ticket.files-too-large}
     */
    MessageId reply(TicketId ticket, StaffId author, Answer answer);

    /** The same without files and copies. */
    MessageId reply(TicketId ticket, StaffId author, String text, List<String> articles);

    /**
     * All of an article by mail, in the requester's language, whatever way he came; an answer like any other.
     *
     * @param text the advisor's words before it
     * @param slug the version published now is pinned; INVALID {@code ticket.no-mail} when we know no address
     */
    MessageId mailArticle(TicketId ticket, StaffId author, String text, String slug);

    /**
     * What was said so far, by mail, whatever way he came. No answer: state, owner and due time stay.
     *
     * @param text all of it; INVALID {@code ticket.no-mail} when we know no address
     */
    MessageId mailTranscript(TicketId ticket, StaffId author, String text);

    /**
     * The center's own answer to a mail that opened the case; never counts as a response.
     *
     * @param contact the mail that is answered
     * @param recipient the address it came from
     */
    MessageId acknowledge(Ticket ticket, ContactId contact, String recipient, String text);

    /**
     * A message that had left reached nobody. An answer brings its case back to whoever has it: it is open again, and an answer is owed.
     * The same again changes nothing.
     *
     * @param reason message {@code ticket.delivery.<reason>}
     */
    void undelivered(TicketId ticket, MessageId message, String reason);

    MessageId note(TicketId ticket, StaffId author, String text);

    /**
     * A line of a live conversation about this case, on the timeline as it was said. The first of an advisor is the first response;
     * nothing leaves by the outbox, and the state stays.
     */
    MessageId overheard(TicketId ticket, Spoken line);

    /** What a machine said about the case: on its timeline, marked as automatic. It opens nothing again and asks for no answer. */
    MessageId notice(TicketId ticket, Notice notice);

    /** @param version the one the caller read; STALE when the case changed since, CONFLICT {@code ticket.merged} when it is a part of another */
    Ticket change(TicketId ticket, TicketChange change, long version, Optional<StaffId> by);

    /**
     * Changes the case as it stands, whatever else became of it in the meantime.
     *
     * @param change to make of it as it is now, while nobody else changes it; may refuse
     */
    Ticket change(TicketId ticket, Function<Ticket, TicketChange> change, Optional<StaffId> by);

    /** Gives the case an owner and writes the reason on its timeline. */
    void assign(TicketId ticket, Optional<StaffId> advisor, Reason reason);

    /**
     * A colleague, or whoever answers another domain, goes on with the case; finished, it is open again.
     *
     * @param why for them, kept as a note; INVALID {@code ticket.no-reason} when blank
     */
    void handOver(TicketId ticket, StaffId by, Recipient to, String why);

    Ticket get(TicketNumber number);

    Ticket get(TicketId id);

    /** @return the case that is worked on: itself, or where the chain of merges ends */
    Ticket surviving(TicketId id);

    /** @return the case that is worked on for this contact */
    Optional<Ticket> ofContact(ContactId contact);

    /** Makes the contact belong to the case; the first link stays. */
    void link(TicketId ticket, ContactId contact);

    /** @return the contacts of each case that has any, those of its parts among them, for at most some hundred cases */
    Map<TicketId, Set<ContactId>> contacts(Collection<TicketId> tickets);

    /** @return the numbers of those that exist, for at most some hundred cases */
    Map<TicketId, TicketNumber> numbers(Collection<TicketId> tickets);

    Page<Ticket> list(TicketFilter filter, Page.Request page);

    /**
     * @return unfinished cases of a person, newest first, at most 20. A case of his that is a part of somebody else's is among them, and
     *     stands as that one does
     */
    List<Ticket> openCasesOf(PersonId person);

    /** @return all that was said in it and in the cases that are parts of it; of a part what was said in it */
    Page<TimelineEntry> timeline(TicketId ticket, Page.Request page);

    /** @return cases that continue this one or that it continues */
    List<TicketNumber> linked(TicketId ticket);

    /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code attachment.unknown}, UNAVAILABLE {@code attachment.damaged} */
    StoredAttachment attachment(UUID id);

    /** @return the HTML of a message; NOT_FOUND {@code message.unknown} when this case has no such message, or it came without */
    Formatted formatted(TicketId ticket, MessageId message);

    /** Kept while he writes; one draft for each advisor and case. An empty text removes it. */
    void saveDraft(TicketId ticket, StaffId author, String text);

    Optional<String> draft(TicketId ticket, StaffId author);

    /** @param ticket the case that is worked on now @param continued whether it was opened for it, since the other was closed too long ago */
    record Heard(Ticket ticket, boolean continued) {}

    /** @param articles slugs; the version published now is pinned @param copies who gets it too, and is seen to get it */
    record Answer(
            String text,
            List<String> articles,
            List<IncomingMessage.AttachmentDraft> files,
            List<EmailAddress> copies) {
        public Answer {
            copies = copies.stream().distinct().toList();
        }
    }

    /**
     * What was said in a live conversation.
     *
     * @param author empty when the requester said it
     * @param from his name as shown
     */
    record Spoken(Channel channel, ContactId contact, Optional<StaffId> author, String from, String text, Instant at) {}

    /**
     * An automatic answer, or a report about a message that could not be delivered.
     *
     * @param from as shown
     * @param html already sanitised by the channel
     */
    record Notice(
            Channel channel, String from, String to, String subject, String text, Optional<String> html, Instant at) {}

    /**
     * A message as its sender laid it out.
     *
     * @param html already sanitised
     * @param inline images that came with it, by Content-ID
     */
    record Formatted(String html, Map<String, UUID> inline) {}

    /** @param bytes whole and checked against their SHA-256 */
    record StoredAttachment(UUID id, TicketId ticket, String name, String type, byte[] bytes) {}
}
