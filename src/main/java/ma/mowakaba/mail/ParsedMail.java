package ma.mowakaba.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.IncomingMessage.AttachmentDraft;

/**
 * What a mail says, in words of our own.
 *
 * @param id its Message-ID without brackets
 * @param references of the mails it answers, the nearest first
 * @param from as shown, decoded
 * @param body text and, where it came with one, safe HTML
 * @param headers by lower-case name, unfolded, one character a byte
 * @param hops servers it has passed
 * @param enclosed the first mail that lies in it as a file
 */
record ParsedMail(
        Optional<String> id,
        List<String> references,
        Sender from,
        String to,
        String subject,
        Body body,
        Map<String, List<String>> headers,
        int hops,
        Optional<Original> enclosed) {

    static final int MOST_REFERENCES = 30;

    ParsedMail {
        references = List.copyOf(references);
        headers = Map.copyOf(headers);
    }

    /** A mail that was written to somebody else before it came here. */
    record Original(Sender from, String subject, String text) {}

    /** @param shown name and address as people see them, of all who wrote it */
    record Sender(Optional<EmailAddress> address, Optional<String> name, String shown) {}

    /** @param notes what a reader has to know about it */
    record Body(String text, Optional<String> html, List<AttachmentDraft> attachments, Set<Note> notes) {
        Body {
            attachments = List.copyOf(attachments);
            notes = Set.copyOf(notes);
        }
    }

    /** Told below the text: message {@code mail.note.<code>}. */
    enum Note {
        /** Parts, or text, beyond what is read of one mail. */
        CUT,
        /** By PGP or S/MIME. */
        ENCRYPTED,
        /** By somebody whose signature nobody here checks. */
        SIGNED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @return the same mail with another text */
    ParsedMail saying(String text, Optional<String> html) {
        Body told = new Body(text, html, body.attachments(), body.notes());
        return new ParsedMail(id, references, from, to, subject, told, headers, hops, enclosed);
    }

    /** @return the same mail, which also refers to these */
    ParsedMail referring(List<String> further) {
        List<String> all = Stream.concat(references.stream(), further.stream())
                .distinct()
                .limit(MOST_REFERENCES)
                .toList();
        return new ParsedMail(id, all, from, to, subject, body, headers, hops, enclosed);
    }

    /** @return what its original said, as if that had come here itself */
    ParsedMail as(Original original) {
        Body told = new Body(original.text(), body.html(), body.attachments(), body.notes());
        return new ParsedMail(id, references, original.from(), to, original.subject(), told, headers, hops, enclosed);
    }

    /** @return the value of the first in lower case; empty string when there is no such header */
    String header(String name) {
        return all(name).stream().findFirst().orElse("").strip().toLowerCase(Locale.ROOT);
    }

    /** @return who else it was sent to, besides those of {@code to} */
    List<EmailAddress> copies() {
        return Senders.in(String.join(", ", all("cc"))).stream()
                .map(Senders.One::address)
                .distinct()
                .toList();
    }

    /** @return the values as they came, in their order */
    List<String> all(String name) {
        return headers.getOrDefault(name, List.of());
    }

    boolean has(String name) {
        return headers.containsKey(name);
    }

    /** @return whether it has anything that makes bytes a mail */
    boolean readable() {
        return from.address().isPresent()
                || headers.containsKey("from")
                || headers.containsKey("subject")
                || headers.containsKey("message-id");
    }
}
