package ma.mowakaba.ticket;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.staff.StaffId;

/** Door beside {@link Helpdesk}: a channel understands a message better than when it brought it. */
public interface Rereading {

    /**
     * Puts what is understood now in the place of what was understood then. Who said it, when, and in which case stays; so do files that
     * are the same, under their ids.
     *
     * @return whether anything is different now
     * @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code message.unknown} when nobody said it to us
     */
    boolean understood(MessageId message, Understood now, Optional<StaffId> by);

    /**
     * As in {@link IncomingMessage}.
     *
     * @param html already sanitised
     */
    record Understood(
            List<EmailAddress> copies,
            String subject,
            String text,
            Optional<String> html,
            List<IncomingMessage.AttachmentDraft> files) {}
}
