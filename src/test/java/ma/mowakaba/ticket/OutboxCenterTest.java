package ma.mowakaba.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CenterTest
class OutboxCenterTest {

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Reception reception;

    @Autowired
    Directory directory;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    private record Two(MessageId strange, MessageId known) {}

    @Test
    void aMessageThatCannotBeReadKeepsNoOtherFromLeavingAndIsNotLost() {
        Two written = transaction.execute(status -> {
            Two two = new Two(acknowledged(), acknowledged());
            channel(two.strange(), "PIGEON");
            return two;
        });

        await().untilAsserted(() -> assertThat(delivery(written.known())).isEqualTo("SENT"));
        assertThat(delivery(written.strange())).isEqualTo("QUEUED");

        channel(written.strange(), "MAIL");
        sql.sql("update outbox set due_at = '2026-01-01' where message_id = ?")
                .param(written.strange().value())
                .update();
        await().untilAsserted(() -> assertThat(delivery(written.strange())).isEqualTo("SENT"));
    }

    @Test
    void anAcknowledgementGoesToWhereTheMailCameFromThoughHeHasWrittenFromElsewhereSince() {
        EmailAddress address = new EmailAddress(UUID.randomUUID() + "@example.ma");
        MessageId message = transaction.execute(status -> {
            MessageId told = acknowledged(address);
            PersonId person = directory.meet(address, Optional.empty(), Language.FR);
            directory.learn(
                    person,
                    Optional.empty(),
                    Optional.of(new EmailAddress(UUID.randomUUID() + "@example.ma")),
                    Optional.empty());
            return told;
        });

        await().untilAsserted(() -> assertThat(delivery(message)).isEqualTo("SENT"));
        assertThat(sql.sql("select recipient from mail_delivery where message_id = ?")
                        .param(message.value())
                        .query(String.class)
                        .list())
                .containsExactly(address.value());
    }

    private MessageId acknowledged() {
        return acknowledged(new EmailAddress(UUID.randomUUID() + "@example.ma"));
    }

    private MessageId acknowledged(EmailAddress address) {
        ContactId contact = Cases.contact(reception, Channel.MAIL);
        Ticket ticket = helpdesk.open(
                Cases.about("Subvention", Optional.of(directory.meet(address, Optional.empty(), Language.FR))),
                Optional.of(Cases.saying("Bonjour", contact)));
        return helpdesk.acknowledge(ticket, contact, address.value(), "Bien reçu");
    }

    private void channel(MessageId message, String channel) {
        sql.sql("update message set channel = ? where id = ?")
                .params(channel, message.value())
                .update();
    }

    private String delivery(MessageId message) {
        return sql.sql("select delivery from message where id = ?")
                .param(message.value())
                .query(String.class)
                .single();
    }
}
