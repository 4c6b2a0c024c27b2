package ma.mowakaba.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.ticket.ReplyChannel;
import org.apache.commons.mail2.core.EmailException;
import org.springframework.stereotype.Component;

/** Answers leave by mail, threaded with what they answer. */
@Component
class MailReplies implements ReplyChannel {

    private final ThreadBook book;
    private final Directory directory;
    private final ReplyText text;
    private final SmtpMail smtp;
    private final ReplyAddress addresses;
    private final Letterheads letterheads;

    MailReplies(
            ThreadBook book,
            Directory directory,
            ReplyText text,
            SmtpMail smtp,
            ReplyAddress addresses,
            Letterheads letterheads) {
        this.book = book;
        this.directory = directory;
        this.text = text;
        this.smtp = smtp;
        this.addresses = addresses;
        this.letterheads = letterheads;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public void deliver(Outgoing message) throws EmailException {
        List<KnownMail> thread = book.thread(message.ticket().id());
        EmailAddress to = addressee(message, thread);
        Letterheads.Letterhead head = letterheads.of(message.ticket().number(), message.language());
        String id = message.id() + "." + message.ticket().number() + "@" + head.domain();
        // remembered first: an answer to it may come before the server has confirmed it
        book.written(
                ThreadBook.ours(
                        id,
                        message.ticket().id(),
                        message.ticket().number(),
                        message.id().value(),
                        to.value()),
                message.at());
        OutgoingMail mail = new OutgoingMail(id);
        address(mail, to, message, head);
        thread(mail, thread, id);
        mail.setSubject(text.subject(message));
        mail.setTextMsg(text.plain(message, head.signature()));
        mail.setHtmlMsg(text.html(message, head.signature()));
        smtp.send(mail);
    }

    private void address(OutgoingMail mail, EmailAddress to, Outgoing message, Letterheads.Letterhead head)
            throws EmailException {
        String utf8 = StandardCharsets.UTF_8.name();
        mail.setCharset(utf8);
        mail.setFrom(head.address(), head.sender(), utf8);
        mail.addReplyTo(addresses.of(message.ticket().number(), head.address()), head.sender(), utf8);
        mail.addTo(to.value());
        mail.setSentDate(java.util.Date.from(message.at()));
        mail.addHeader("X-Loop", head.address());
        mail.addHeader("Content-Language", message.language().locale().toLanguageTag());
        if (message.automatic()) {
            mail.addHeader("Auto-Submitted", "auto-replied");
            mail.addHeader("X-Auto-Response-Suppress", "All");
        }
    }

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

    /** The address he last wrote from on this case, else the one we know him by. */
    private EmailAddress addressee(Outgoing message, List<KnownMail> thread) {
        List<EmailAddress> his = message.to().map(directory::emails).orElse(List.of());
        Optional<EmailAddress> wroteFrom = thread.reversed().stream()
                .filter(known -> !known.ours() && known.role() == KnownMail.Role.PARTY)
                .flatMap(known -> EmailAddress.parse(known.address()).stream())
                .filter(address -> his.isEmpty() || his.contains(address))
                .findFirst();
        return wroteFrom.or(() -> his.stream().findFirst()).orElseThrow(() -> Problem.invalid("mail.no-address"));
    }
}
