package ma.mowakaba.mail;

import java.util.Map;
import java.util.Optional;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.ticket.ReplyChannel.Outgoing;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketId;
import ma.mowakaba.ticket.TicketNumber;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From whom the answers of a case come: the mailbox it came in by, else the center. */
@Repository
class Letterheads {

    private final JdbcClient sql;
    private final Mailboxes mailboxes;
    private final MailSettings settings;
    private final MessageSource texts;

    Letterheads(JdbcClient sql, Mailboxes mailboxes, MailSettings settings, MessageSource texts) {
        this.sql = sql;
        this.mailboxes = mailboxes;
        this.settings = settings;
        this.texts = texts;
    }

    /** A case keeps the mailbox of its first mail, so that a reader sees one correspondent. */
    void remember(TicketNumber ticket, Mailbox mailbox) {
        if (!isOwn(mailbox)) {
            sql.sql("insert ignore into mail_case_mailbox (ticket, address) values (:ticket, :address)")
                    .param("ticket", ticket.value())
                    .param("address", mailbox.address())
                    .update();
        }
    }

    /** @param talk as in {@link Outgoing} */
    Letterhead of(Ticket ticket, Map<TicketId, TicketNumber> talk) {
        Language reader = ticket.language();
        Optional<Mailbox> mailbox =
                remembered(ticket, talk).or(() -> Optional.of(settings.own())).flatMap(mailboxes::of);
        String sender = mailbox.flatMap(one -> one.desk().sender(reader)).orElseGet(() -> center(reader));
        return new Letterhead(
                mailbox.flatMap(one -> EmailAddress.parse(one.address())).orElse(settings.own()),
                sender,
                mailbox.flatMap(one -> one.desk().signature(reader)).orElse(sender));
    }

    /** Where the center has no address but its own there is nothing to remember. */
    private Optional<EmailAddress> remembered(Ticket ticket, Map<TicketId, TicketNumber> talk) {
        if (mailboxes.all().stream().allMatch(this::isOwn)) {
            return Optional.empty();
        }
        return sql.sql("select address from mail_case_mailbox where ticket in (:talk)"
                        + " order by ticket = :ticket desc, ticket limit 1")
                .param("talk", talk.values().stream().map(TicketNumber::value).toList())
                .param("ticket", ticket.number().value())
                .query(String.class)
                .optional()
                .flatMap(EmailAddress::parse);
    }

    private boolean isOwn(Mailbox mailbox) {
        return EmailAddress.parse(mailbox.address()).equals(Optional.of(settings.own()));
    }

    private String center(Language reader) {
        return Optional.ofNullable(texts.getMessage("mail.center.name", null, "", reader.locale()))
                .orElse("");
    }
}
