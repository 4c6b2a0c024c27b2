package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.CenterTest;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.MessageId;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketState;
import ma.mowakaba.ticket.TimelineEntry;
import ma.mowakaba.ticket.TimelineEntry.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Hours and days of a mail server that does not want to, by a clock that the test moves; the center and its outbox are real. */
@CenterTest
@DirtiesContext
@Import(OutboxIT.Time.class)
@TestPropertySource(
        properties = {
            "mowakaba.demo.database.home=target/test-outbox/mariadb",
            "mowakaba.demo.home=target/test-outbox",
            "mowakaba.mail.acknowledge=false",
            "mowakaba.ticket.outbox.sweep=20ms"
        })
class OutboxIT {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        MovedClock movedClock() {
            return new MovedClock();
        }
    }

    /** The real time, and what was added to it. */
    static final class MovedClock extends Clock {

        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        void forward(Duration by) {
            ahead.updateAndGet(by::plus);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead.get());
        }
    }

    @Autowired
    MovedClock clock;

    @Autowired
    Mailroom mailroom;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Deliveries deliveries;

    @Autowired
    DeliveryBook book;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    JdbcClient sql;

    private final StaffId advisor = DemoStaff.id("advisor");
    private final ScriptedSmtp server = new ScriptedSmtp();
    private final String writer = freshAddress();
    private final String treasurer = "tresorier-" + writer;

    @BeforeEach
    void instead() {
        sender.setPort(server.port());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aReplyToAServerThatRefusesForAnHourLeavesOnceWhenTheHourIsOver() {
        server.answersEvery(".", "451 4.3.0 come later");
        MessageId reply = reply();
        settled();
        Instant refusedUntil = clock.instant().plus(Duration.ofHours(1));
        while (clock.instant().isBefore(refusedUntil)) {
            forward(Duration.ofMinutes(1));
        }

        assertThat(recipient(reply)).isEqualTo("451 WAITING");
        assertThat(message(reply).delivery()).isEqualTo(Delivery.QUEUED);
        // after 30 s, 1, 2, 5 and 15 minutes; the next one an hour later
        assertThat(server.handed()).hasSize(6).noneMatch(ScriptedSmtp.Mail::taken);

        server.isWilling();
        forward(Duration.ofMinutes(30));
        forward(Duration.ofHours(3));

        assertThat(server.handed()).hasSize(7);
        assertThat(server.handed().getLast().taken()).isTrue();
        assertThat(server.handed())
                .extracting(mail -> mail.header("Message-ID") + mail.header("Date"))
                .containsOnly(server.handed().getFirst().header("Message-ID")
                        + server.handed().getFirst().header("Date"));
        assertThat(server.handed().getFirst().header("Message-ID"))
                .matches("<" + reply + "\\.\\d{4}-\\d+@mowakaba\\.localhost>");
        assertThat(recipient(reply)).isEqualTo("250 ACCEPTED");
        assertThat(message(reply).delivery()).isEqualTo(Delivery.SENT);
    }

    @Test
    void anAddressThatIsRefusedForGoodIsTriedOnceAndTheCaseComesBack() {
        server.answersEvery("RCPT", "550 5.1.1 no such user");
        MessageId reply = reply();
        settled();
        forward(Duration.ofHours(2));

        assertThat(recipient(reply)).isEqualTo("550 REFUSED");
        assertThat(message(reply).delivery()).isEqualTo(Delivery.FAILED);
        assertThat(message(reply).failure()).contains("refused");
        assertThat(ticket().state()).isEqualTo(TicketState.OPEN);
        assertThat(ticket().due()).isPresent();
    }

    @Test
    void afterThreeDaysItIsGivenUpAndTheCaseComesBack() {
        server.answersEvery("hello", "421 not today");
        MessageId reply = reply();
        settled();
        for (int hour = 0; hour < 70; hour++) {
            forward(Duration.ofHours(1));
        }
        assertThat(recipient(reply)).isEqualTo("away WAITING");
        assertThat(message(reply).delivery()).isEqualTo(Delivery.QUEUED);

        forward(Duration.ofHours(1));
        forward(Duration.ofHours(1));

        assertThat(recipient(reply)).isEqualTo("away REFUSED");
        assertThat(message(reply).failure()).contains("gave-up");
        assertThat(ticket().state()).isEqualTo(TicketState.OPEN);
        server.isWilling();
        forward(Duration.ofHours(3));
        assertThat(server.handed()).isEmpty();
    }

    @Test
    void anAnswerThatIsLostAfterTheMailWasTakenMakesTwoOfOneMessageIdAndNeverMore() {
        server.answersEvery(".", ScriptedSmtp.CUT);
        MessageId reply = reply();
        settled();
        assertThat(recipient(reply)).isEqualTo("cut WAITING");

        server.isWilling();
        forward(Duration.ofMinutes(1));
        forward(Duration.ofHours(3));

        assertThat(server.handed()).hasSize(2);
        assertThat(server.handed().getFirst().header("Message-ID"))
                .isEqualTo(server.handed().getLast().header("Message-ID"));
        assertThat(recipient(reply)).isEqualTo("250 ACCEPTED");
    }

    @Test
    void aNodeThatDiedAfterItNotedThatTheMailWasTakenLeavesNothingToSendAgain() {
        MessageId reply = reply();
        settled();
        assertThat(server.handed()).hasSize(1);
        sql.sql("insert into outbox (message_id, ticket_id, queued_at, due_at, attempts) values (:m, :t, :now,"
                        + " :now, 1)")
                .param("m", reply.value())
                .param("t", ticket().id().value())
                .param("now", Columns.utc(clock.instant()))
                .update();
        settled();

        assertThat(server.handed()).hasSize(1);
        assertThat(message(reply).delivery()).isEqualTo(Delivery.SENT);
    }

    @Test
    void aDeliveryReportBringsTheCaseBackOnceHoweverOftenItComes() {
        MessageId reply = reply();
        settled();
        assertThat(ticket().state()).isEqualTo(TicketState.WAITING);
        String reference = server.handed().getFirst().header("Message-ID").replaceAll("[<>]", "");

        assertThat(deliveries.bounced(reference, Optional.empty(), "4.4.1", false))
                .isTrue();
        assertThat(recipient(reply)).isEqualTo("4.4.1 ACCEPTED");
        assertThat(ticket().state()).isEqualTo(TicketState.WAITING);

        assertThat(deliveries.bounced(reference, Optional.empty(), "5.1.1", true))
                .isTrue();
        assertThat(deliveries.bounced(reference, Optional.empty(), "5.1.1", true))
                .isTrue();
        assertThat(recipient(reply)).isEqualTo("5.1.1 BOUNCED");
        assertThat(message(reply).delivery()).isEqualTo(Delivery.FAILED);
        assertThat(message(reply).failure()).contains("bounced");
        assertThat(ticket().state()).isEqualTo(TicketState.OPEN);
        assertThat(timeline().filter(TimelineEntry.StateChange.class::isInstance))
                .extracting(change -> ((TimelineEntry.StateChange) change).to())
                .containsExactly(TicketState.OPEN, TicketState.WAITING, TicketState.OPEN);

        assertThat(deliveries.bounced("unknown@example.ma", Optional.empty(), "5.1.1", true))
                .isFalse();
    }

    @Test
    void aCopyThatHasToWaitIsTriedAgainAloneAndTheMailIsTheSame() {
        server.answersEvery("RCPT TO:<" + treasurer, "451 4.2.0 greylisted");
        MessageId reply = replyWithCopy();
        settled();
        assertThat(recipients(reply)).containsOnly(entry(writer, "250 ACCEPTED"), entry(treasurer, "451 WAITING"));
        assertThat(message(reply).delivery()).isEqualTo(Delivery.QUEUED);

        server.isWilling();
        forward(Duration.ofHours(1));

        assertThat(server.handed())
                .extracting(ScriptedSmtp.Mail::to)
                .containsExactly(List.of(writer), List.of(treasurer));
        assertThat(server.handed())
                .extracting(mail -> mail.header("Message-ID") + mail.header("To") + mail.header("Cc"))
                .containsOnly(server.handed().getFirst().header("Message-ID") + writer + treasurer);
        assertThat(recipients(reply)).containsOnly(entry(writer, "250 ACCEPTED"), entry(treasurer, "250 ACCEPTED"));
        assertThat(message(reply).delivery()).isEqualTo(Delivery.SENT);
    }

    @Test
    void aCopyThatIsRefusedBringsTheCaseBackAndItIsSaidWhoHasTheMail() {
        server.answersEvery("RCPT TO:<" + treasurer, "550 5.1.1 no such user");
        MessageId reply = replyWithCopy();
        settled();
        forward(Duration.ofHours(2));

        assertThat(server.handed()).extracting(ScriptedSmtp.Mail::to).containsExactly(List.of(writer));
        assertThat(recipients(reply)).containsOnly(entry(writer, "250 ACCEPTED"), entry(treasurer, "550 REFUSED"));
        assertThat(message(reply).failure()).contains("refused");
        assertThat(ticket().state()).isEqualTo(TicketState.OPEN);
    }

    @Test
    void aReportAboutACopyIsKeptOnItAndBringsTheCaseBack() {
        MessageId reply = replyWithCopy();
        settled();
        assertThat(server.handed())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).containsExactly(writer, treasurer));
        String reference = server.handed().getFirst().header("Message-ID");
        mailroom.accept(report(reference, "stranger@example.ma"));
        assertThat(ticket().state()).isEqualTo(TicketState.WAITING);

        mailroom.accept(report(reference, treasurer));

        assertThat(recipients(reply)).containsOnly(entry(writer, "250 ACCEPTED"), entry(treasurer, "5.1.1 BOUNCED"));
        assertThat(ticket().state()).isEqualTo(TicketState.OPEN);
    }

    private static byte[] report(String reference, String recipient) {
        return mail(
                "MAILER-DAEMON@example.ma",
                "Undelivered",
                MailTexts.freshId(),
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n",
                "--b\nContent-Type: text/plain\n\nNo such user\n--b\nContent-Type: message/delivery-status\n\n"
                        + "Reporting-MTA: dns; mx.example.ma\n\nFinal-Recipient: rfc822; " + recipient
                        + "\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: message/rfc822\n\nMessage-ID: "
                        + reference + "\nSubject: Re\n\nBonjour\n--b--\n");
    }

    private MessageId replyWithCopy() {
        mailroom.accept(mail(writer, "Récépissé", "Quand arrive-t-il ?"));
        return helpdesk.reply(
                ticket().id(),
                advisor,
                new Helpdesk.Answer(
                        "Dans un délai de 60 jours.", List.of(), List.of(), List.of(new EmailAddress(treasurer))));
    }

    private Map<String, String> recipients(MessageId message) {
        return deliveries.of(List.of(message)).get(message).stream()
                .collect(Collectors.toMap(
                        Deliveries.Recipient::address, one -> one.code().orElse("") + " " + one.state()));
    }

    private MessageId reply() {
        mailroom.accept(mail(writer, "Récépissé", "Quand arrive-t-il ?"));
        return helpdesk.reply(ticket().id(), advisor, "Dans un délai de 60 jours.", List.of());
    }

    /** @return the one case of this test's writer */
    private Ticket ticket() {
        return sql.sql("select distinct ticket from mail_thread where address = :address")
                .param("address", writer)
                .query(String.class)
                .optional()
                .map(number -> helpdesk.get(new ma.mowakaba.ticket.TicketNumber(number)))
                .orElseThrow();
    }

    private void forward(Duration by) {
        clock.forward(by);
        settled();
    }

    /** Whatever was due has been tried, and what came of it is written down. */
    private void settled() {
        await().atMost(A_WHILE)
                .pollInterval(Duration.ofMillis(15))
                .during(Duration.ofMillis(60))
                .until(() -> untried() == 0);
    }

    private int untried() {
        return sql.sql("""
            select count(*) from outbox o where due_at <= :now or not exists
              (select 1 from mail_delivery d where d.message_id = o.message_id and d.attempts >= o.attempts)\
            """)
                .param("now", Columns.utc(clock.instant()))
                .query(Integer.class)
                .single();
    }

    private String recipient(MessageId message) {
        return deliveries.of(List.of(message)).get(message).stream()
                .map(one -> one.code().orElse("") + " " + one.state())
                .findFirst()
                .orElseThrow();
    }

    private TimelineEntry.Message message(MessageId id) {
        return timeline()
                .filter(TimelineEntry.Message.class::isInstance)
                .map(TimelineEntry.Message.class::cast)
                .filter(message -> message.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Stream<TimelineEntry> timeline() {
        return helpdesk.timeline(ticket().id(), Page.Request.first(50)).items().stream();
    }
}
