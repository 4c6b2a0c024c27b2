package ma.mowakaba.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;

/** The way an answer leaves; each channel implements it. Called by the outbox outside any transaction, at least once. */
public interface ReplyChannel {

    Channel channel();

    /**
     * @param notes takes what the channel has to write down about this attempt, however it ends: done in the transaction that settles the message
     * @throws Exception any failure: tried again with growing pauses, given up after the configured age
     * @throws ma.mowakaba.kernel.Problem of kind INVALID: can never be delivered, is not tried again
     */
    void deliver(Outgoing message, Consumer<Runnable> notes) throws Exception;

    /**
     * A message on its way out.
     *
     * @param id fixed when it was written: a repeated delivery carries the same
     * @param talk the case itself first, then those it is one with and that are of the same requester
     * @param recipient as it was written: the address of an acknowledgement
     * @param copies who gets it too
     * @param automatic not written by a person: an acknowledgement
     * @param notice nobody asked for it: whoever gets it may want no more
     * @param contact the contact it answers, where there is one
     * @param attempt the how-maniest this is, from 1
     */
    record Outgoing(
            MessageId id,
            Ticket ticket,
            Map<TicketId, TicketNumber> talk,
            Language language,
            Optional<PersonId> to,
            Optional<ContactId> contact,
            String authorName,
            String recipient,
            List<EmailAddress> copies,
            String subject,
            String text,
            List<Passage> articles,
            List<Enclosure> files,
            boolean automatic,
            boolean notice,
            Instant at,
            int attempt) {}

    /** A file that leaves with the answer. @param name one line, never a path */
    record Enclosure(String name, String type, byte[] bytes) {}

    /** An article the answer carries, with the version pinned. @param whole all of it is to be read in the answer */
    record Passage(String slug, Language language, int version, String title, boolean whole) {}
}
