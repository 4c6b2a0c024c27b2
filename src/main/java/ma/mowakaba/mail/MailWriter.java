package ma.mowakaba.mail;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.ReplyChannel.Enclosure;
import ma.mowakaba.ticket.ReplyChannel.Outgoing;
import org.apache.commons.mail2.core.EmailException;
import org.jsoup.nodes.Entities;
import org.springframework.stereotype.Component;

/** Writes the mail that a message leaves as: the same at every attempt. */
@Component
class MailWriter {

    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final Letterheads letterheads;
    private final ReplyAddress addresses;
    private final ReplyText text;
    private final NoticeBook notices;

    MailWriter(Letterheads letterheads, ReplyAddress addresses, ReplyText text, NoticeBook notices) {
        this.letterheads = letterheads;
        this.addresses = addresses;
        this.text = text;
        this.notices = notices;
    }

    /** @return from whom it leaves */
    Letterhead head(Outgoing message) {
        return letterheads.of(message.ticket(), message.talk());
    }

    /** @return the Message-ID, without brackets; whoever got it twice can tell by it */
    static String reference(Outgoing message, Letterhead head) {
        return message.id() + "." + message.ticket().number() + "@" + head.domain();
    }

    /** @param own as {@link #head} tells @param thread mails of the case, oldest first */
    OutgoingMail write(Outgoing message, Letterhead own, List<KnownMail> thread, EmailAddress to)
            throws EmailException {
        String reference = reference(message, own);
        OutgoingMail mail = new OutgoingMail(reference);
        Letterhead head = notice(mail, own, message, to);
        address(mail, head, message, to);
        thread(mail, thread, reference);
        mail.setSubject(text.subject(message));
        mail.setTextMsg(text.plain(message, head));
        mail.setHtmlMsg(text.html(message, head, enclose(mail, message, reference)));
        return mail;
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058</a> */
    private Letterhead notice(OutgoingMail mail, Letterhead head, Outgoing message, EmailAddress to) {
        if (!message.notice()) {
            return head;
        }
        String link = text.noMoreNotices(message.language(), notices.token(to));
        mail.addHeader("List-Unsubscribe", "<" + link + ">");
        mail.addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        mail.addHeader("Auto-Submitted", "auto-generated");
        return head.with(text.aboutNotices(message.language()) + "\n" + link);
    }

    /** Pictures are seen below the text, and can be kept under their names like other files. @return their HTML */
    private static String enclose(OutgoingMail mail, Outgoing message, String reference) throws EmailException {
        StringBuilder pictures = new StringBuilder();
        for (int at = 0; at < message.files().size(); at++) {
            Enclosure file = message.files().get(at);
            if (SHOWN.contains(file.type())) {
                String contentId = at + "." + reference;
                mail.show(file, contentId);
                pictures.append("<p><img src=\"cid:")
                        .append(contentId)
                        .append("\" alt=\"")
                        .append(Entities.escape(file.name()))
                        .append("\" style=\"max-width:100%\"></p>\n");
            } else {
                mail.enclose(file);
            }
        }
        return pictures.toString();
    }

    private void address(OutgoingMail mail, Letterhead head, Outgoing message, EmailAddress to) throws EmailException {
        String utf8 = StandardCharsets.UTF_8.name();
        mail.setCharset(utf8);
        mail.setFrom(head.address().value(), head.name(), utf8);
        mail.addReplyTo(addresses.of(message.ticket().number(), head.address().value()), head.name(), utf8);
        mail.addressed(
                to, message.copies().stream().filter(copy -> !copy.equals(to)).toList());
        mail.setSentDate(Date.from(message.at()));
        mail.addHeader("X-Loop", head.address().value());
        mail.addHeader("Content-Language", message.language().locale().toLanguageTag());
        if (message.automatic()) {
            mail.addHeader("Auto-Submitted", "auto-replied");
            mail.addHeader("X-Auto-Response-Suppress", "All");
        }
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4">RFC 5322</a> */
    private static void thread(OutgoingMail mail, List<KnownMail> thread, String own) {
        List<String> ids = thread.stream()
                .map(KnownMail::reference)
                .filter(reference -> reference.contains("@") && !reference.equals(own))
                .toList();
        if (ids.isEmpty()) {
            return;
        }
        String answered = thread.reversed().stream()
                .filter(known -> !known.ours() && ids.contains(known.reference()))
                .map(KnownMail::reference)
                .findFirst()
                .orElse(ids.getLast());
        mail.addHeader("In-Reply-To", "<" + answered + ">");
        mail.addHeader("References", ids.stream().map(id -> "<" + id + ">").collect(Collectors.joining("\r\n ")));
    }
}
