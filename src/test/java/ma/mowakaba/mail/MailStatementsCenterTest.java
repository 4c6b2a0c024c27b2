package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import ma.mowakaba.CenterTest;
import ma.mowakaba.StatementLog;
import ma.mowakaba.mail.Mailroom.Handled;
import ma.mowakaba.mail.Mailroom.Receipt;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a mail asks of the database, counted, so that it does not creep up. */
@CenterTest
class MailStatementsCenterTest {

    @Autowired
    private Mailroom mailroom;

    @Autowired
    private JdbcClient sql;

    @BeforeEach
    void begin() {
        // what is read once and kept for some seconds is not the mail's
        left(mailroom.accept(mail()));
    }

    @Test
    void aMailThatOpensACaseCostsAtMost19StatementsAnd1Commit() {
        // some things are read again every few seconds, by whoever asks first: not in three mails one after the other
        Cost least = Stream.generate(this::opened).limit(3).min(BY_STATEMENTS).orElseThrow();
        assertThat(least.statements()).as(least.what()).isLessThanOrEqualTo(19);
        assertThat(least.commits()).as(least.what()).isEqualTo(1);
    }

    @Test
    void itsAcknowledgementCostsAtMost13StatementsAnd4CommitsWhenItLeavesAlone() {
        Cost least =
                Stream.generate(this::acknowledged).limit(3).min(BY_STATEMENTS).orElseThrow();
        assertThat(least.statements()).as(least.what()).isLessThanOrEqualTo(13);
        assertThat(least.commits()).as(least.what()).isLessThanOrEqualTo(4);
    }

    private static final Comparator<Cost> BY_STATEMENTS = Comparator.comparingInt(Cost::statements);

    private record Cost(int statements, int commits, String what) {
        static Cost of(StatementLog log) {
            return new Cost(log.count(), log.commits(), log.toString());
        }
    }

    private Cost opened() {
        try (StatementLog log = StatementLog.ofThisThread()) {
            Receipt receipt = mailroom.accept(mail());
            Cost cost = Cost.of(log);
            assertThat(receipt.outcome()).isEqualTo(Handled.CREATED);
            left(receipt);
            return cost;
        }
    }

    private Cost acknowledged() {
        try (StatementLog log = StatementLog.ofOutbox()) {
            left(mailroom.accept(mail()));
            return Cost.of(log);
        }
    }

    private void left(Receipt receipt) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        sql.sql("select count(*) from message m join ticket t on t.id = m.ticket_id where t.number = ?"
                                                + " and m.direction = 'OUT' and m.delivery = 'SENT'")
                                        .param(receipt.ticket().orElseThrow().value())
                                        .query(Integer.class)
                                        .single()
                                == 1);
    }

    private static byte[] mail() {
        return MailTexts.mail(
                "Mesureur <" + MailTexts.freshAddress() + ">",
                "Demande de subvention " + UUID.randomUUID(),
                "Nous voulons déposer un dossier de subvention pour notre association.");
    }
}
