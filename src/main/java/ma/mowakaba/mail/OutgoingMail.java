package ma.mowakaba.mail;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.util.List;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.ReplyChannel.Enclosure;
import org.apache.commons.mail2.core.EmailException;
import org.apache.commons.mail2.jakarta.HtmlEmail;

/** A mail whose Message-ID we choose, so that a repeated delivery is recognised by it, and whose files keep their names in every program. */
final class OutgoingMail extends HtmlEmail {

    private final String id;

    /** @param id without brackets */
    OutgoingMail(String id) {
        this.id = id;
    }

    /** Taken as they are: what mail servers accept is theirs to say. */
    void addressed(EmailAddress to, List<EmailAddress> copies) throws EmailException {
        setTo(List.of(address(to)));
        if (!copies.isEmpty()) {
            setCc(copies.stream().map(OutgoingMail::address).toList());
        }
    }

    private static InternetAddress address(EmailAddress whose) {
        InternetAddress address = new InternetAddress();
        address.setAddress(whose.value());
        return address;
    }

    void enclose(Enclosure file) throws EmailException {
        attach(source(file), file.name(), null, Part.ATTACHMENT);
    }

    /** @param contentId under which the HTML names it */
    void show(Enclosure picture, String contentId) throws EmailException {
        embed(source(picture), contentId, contentId);
    }

    private static DataSource source(Enclosure file) {
        var source = new ByteArrayDataSource(file.bytes(), file.type());
        source.setName(file.name());
        return source;
    }

    @Override
    public void buildMimeMessage() throws EmailException {
        super.buildMimeMessage();
        try {
            name(getMimeMessage());
        } catch (MessagingException | IOException e) {
            throw new EmailException(e);
        }
    }

    private static void name(Part part) throws MessagingException, IOException {
        if (part.getDisposition() != null) {
            String name = part.getDataHandler().getName();
            part.setHeader("Content-Disposition", part.getDisposition() + WrittenName.disposition(name));
            part.setHeader("Content-Type", part.getDataHandler().getContentType() + WrittenName.type(name));
        } else if (part.getContent() instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                name(parts.getBodyPart(at));
            }
        }
    }

    @Override
    protected MimeMessage createMimeMessage(Session session) {
        return new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + ">");
            }
        };
    }
}
