package ma.mowakaba.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.IncomingMessage.AttachmentDraft;

/**
 * What a mail says, in words of our own.
 *
 * @param id its Message-ID without brackets
 * @param references of the mails it answers, the nearest first
 * @param from as shown, decoded
 * @param body text and, where it came with one, safe HTML
 * @param headers by lower-case name, the first of each
 * @param hops servers it has passed
 */
record ParsedMail(
        Optional<String> id,
        List<String> references,
        Sender from,
        String to,
        String subject,
        Body body,
        Map<String, String> headers,
        int hops) {

    ParsedMail {
        references = List.copyOf(references);
        headers = Map.copyOf(headers);
    }

    /** @param shown name and address as people see them */
    record Sender(Optional<EmailAddress> address, Optional<String> name, String shown) {}

    record Body(String text, Optional<String> html, List<AttachmentDraft> attachments) {
        Body {
            attachments = List.copyOf(attachments);
        }
    }

    /** @return the value in lower case; empty string when there is no such header */
    String header(String name) {
        return headers.getOrDefault(name, "").strip().toLowerCase(Locale.ROOT);
    }

    /** @return whether it has anything that makes bytes a mail */
    boolean readable() {
        return from.address().isPresent()
                || headers.containsKey("from")
                || headers.containsKey("subject")
                || headers.containsKey("message-id");
    }
}
