package ma.mowakaba.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.EmailAddress;

/**
 * Something a requester said.
 *
 * @param from as shown: an address, a number or a name
 * @param copies who else it was sent to
 * @param text plain, never empty of meaning: an HTML-only mail comes with its text
 * @param html already sanitised by the channel
 */
public record IncomingMessage(
        Channel channel,
        ContactId contact,
        Optional<PersonId> person,
        String from,
        String to,
        List<EmailAddress> copies,
        String subject,
        String text,
        Optional<String> html,
        List<AttachmentDraft> attachments,
        Instant at) {

    public IncomingMessage {
        copies = List.copyOf(copies);
        attachments = List.copyOf(attachments);
    }

    /**
     * A file as it came.
     *
     * @param name as the sender wrote it, only ever shown, never a path
     * @param contentId of an inline image
     */
    public record AttachmentDraft(String name, String type, byte[] bytes, Optional<String> contentId) {}
}
