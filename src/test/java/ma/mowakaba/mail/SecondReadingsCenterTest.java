package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.freshId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.mail.Mailroom.Receipt;
import ma.mowakaba.mail.SecondReadings.Result;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.MessageId;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TimelineEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an older reader understood badly is read again; the tests write into the message what such a reader might have. */
@CenterTest
class SecondReadingsCenterTest {

    private final StaffId supervisor = DemoStaff.id("supervisor");

    @Autowired
    Mailroom mailroom;

    @Autowired
    SecondReadings readings;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    MailRemarks remarks;

    @Autowired
    JdbcClient sql;

    @Test
    void aMailThatWasReadBadlyIsReadAgainWithoutASecondMessage() {
        Receipt receipt = mailroom.accept(withFile("Bonjour à tous"));
        TimelineEntry.Message before = message(receipt);
        sql.sql("update message set body = 'Bonjour Ã  tous' where id = :id")
                .param("id", before.id().value())
                .update();
        sql.sql("update attachment set name = 'statuts' where message_id = :id and position = 1")
                .param("id", before.id().value())
                .update();

        assertThat(readings.again(before.id(), supervisor)).isEqualTo(Result.CHANGED);

        TimelineEntry.Message after = message(receipt);
        assertThat(after.text()).isEqualTo("Bonjour à tous");
        assertThat(after.at()).isEqualTo(before.at());
        assertThat(after.from()).isEqualTo(before.from());
        assertThat(after.attachments())
                .extracting(TimelineEntry.Attachment::name)
                .containsExactly("liste.txt", "statuts.txt");
        assertThat(after.attachments().getFirst().id())
                .isEqualTo(before.attachments().getFirst().id());
        assertThat(helpdesk.attachment(after.attachments().getLast().id()).bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Article 1");
        assertThat(Spoken.in(ticket(receipt), helpdesk))
                .filteredOn(TimelineEntry.Message::heard)
                .hasSize(1);
        assertThat(remarks(before.id())).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo("read-again");
            assertThat(remark.warns()).isFalse();
        });
        assertThat(readings.again(before.id(), supervisor)).isEqualTo(Result.SAME);
        assertThat(remarks(before.id())).hasSize(1);
    }

    @Test
    void whatIsNoMailOrWhoseOriginalIsGoneStaysAsItIs() {
        Receipt receipt = mailroom.accept(withFile("Bonjour"));
        sql.sql("update mail_raw set state = 'GONE', bytes = '' where message_id = :id")
                .param("id", receipt.message().orElseThrow())
                .update();

        assertRefused("mail.unknown", () -> readings.again(message(receipt).id(), supervisor));
        assertRefused("mail.unknown", () -> readings.again(new MessageId(UUID.randomUUID()), supervisor));
        assertThat(message(receipt).text()).isEqualTo("Bonjour");
    }

    @Test
    void aSpanIsReadAgainInTheBackgroundAndTellsHowFarItIs() {
        Instant from = Instant.now();
        Receipt one = mailroom.accept(withFile("Un"));
        Receipt two = mailroom.accept(withFile("Deux"));
        sql.sql("update message set body = 'Abîmé' where id = :id")
                .param("id", message(one).id().value())
                .update();

        readings.order(from, Instant.now().plusSeconds(1), supervisor);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> readings.orders().getFirst().finishedAt().isPresent());
        SecondReadings.Order done = readings.orders().getFirst();
        assertThat(done.by()).isEqualTo(supervisor);
        assertThat(done.looked()).isGreaterThanOrEqualTo(2);
        assertThat(done.total()).isEqualTo(done.looked());
        assertThat(done.changed()).isEqualTo(1);
        assertThat(done.failed()).isZero();
        assertThat(List.of(message(one).text(), message(two).text())).containsExactly("Un", "Deux");
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsRefused() {
        Instant now = Instant.now();

        assertRefused("mail.second-reading.span", () -> readings.order(now, now, supervisor));
    }

    private List<MailRemarks.Remark> remarks(MessageId message) {
        return remarks.of(List.of(message.value())).getOrDefault(message.value(), List.of());
    }

    private Ticket ticket(Receipt receipt) {
        return helpdesk.get(receipt.ticket().orElseThrow());
    }

    private TimelineEntry.Message message(Receipt receipt) {
        return Spoken.in(ticket(receipt), helpdesk).getFirst();
    }

    private static byte[] withFile(String text) {
        return ("From: " + freshAddress() + "\nTo: markaz@mowakaba.localhost\nSubject: Statuts\nMessage-ID: <"
                        + freshId()
                        + ">\n"
                        + "MIME-Version: 1.0\n"
                        + "Content-Type: multipart/mixed; boundary=b\n\n"
                        + "--b\n"
                        + "Content-Type: text/plain; charset=utf-8\n"
                        + "Content-Transfer-Encoding: 8bit\n\n" + text
                        + "\n"
                        + "--b\n"
                        + "Content-Type: text/plain; name=liste.txt\n"
                        + "Content-Disposition: attachment; filename=liste.txt\n\n"
                        + "Un\n"
                        + "--b\n"
                        + "Content-Type: text/plain; name=statuts.txt\n"
                        + "Content-Disposition: attachment; filename=statuts.txt\n\n"
                        + "Article 1\n"
                        + "--b--\n")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(String subject, Runnable attempt) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(attempt::run)
                .satisfies(refusal -> assertThat(refusal.subject()).isEqualTo(subject));
    }
}
