package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.mail.Mailroom.Handled;
import ma.mowakaba.mail.Mailroom.Receipt;
import ma.mowakaba.mail.Recordings.Expected;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.TimelineEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The corpus and worse through the whole intake: from the bytes to the case in the database. A center of its own, which nobody else meets. */
@CenterTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "mowakaba.demo.database.home=target/test-intake/mariadb",
            "mowakaba.demo.home=target/test-intake",
            "mowakaba.mail.acknowledge=false"
        })
class IntakeIT {

    private static final long SEED = Long.getLong("mail.intake.seed", System.nanoTime());

    @Autowired
    Mailroom mailroom;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    RawMails raws;

    @Test
    void everyRecordingBecomesWhatIsExpectedOfItAndTheSameBytesNothingMore() throws IOException {
        Map<String, Receipt> receipts = new HashMap<>();
        for (Expected expected : Recordings.all().toList()) {
            Receipt receipt = mailroom.accept(expected.raw());
            receipts.put(expected.file(), receipt);

            assertThat(receipt.outcome().code()).as(expected.file()).isEqualTo(expected.outcome());
            concerned(expected)
                    .ifPresent(other -> assertThat(receipt.ticket())
                            .as(expected.file())
                            .isEqualTo(receipts.get(other).ticket()));
            if (receipt.outcome() == Handled.CREATED) {
                assertThat(stored(receipt)).as(expected.file()).matches(Recordings.like(expected.attachments()));
            }
        }
        for (Expected expected : Recordings.all().toList()) {
            Receipt again = mailroom.accept(expected.raw());
            assertThat(again.outcome()).as(expected.file()).isEqualTo(Handled.DUPLICATE);
            assertThat(again.ticket()).isEqualTo(receipts.get(expected.file()).ticket());
        }
    }

    /** The seed is in the message of whatever fails: {@code -Dmail.intake.seed=<seed>}. */
    @Test
    void anyBytesAreAnsweredKeptAsTheyCameAndNeverStopTheNext() throws IOException {
        Mutations mutations = Mutations.ofAllRecordings();
        Random seeds = new Random(SEED);
        for (int i = 0; i < 250; i++) {
            byte[] raw = mutations.mail(seeds.nextLong());

            Receipt receipt = mailroom.accept(raw);

            RawMail kept = raws.sameBytes(raw).orElseThrow();
            assertThat(raws.bytes(kept.id()))
                    .as("mail %d of -Dmail.intake.seed=%d", i, SEED)
                    .isEqualTo(raw);
            assertThat(kept.state()).isNotEqualTo(RawMail.State.RECEIVED);
            assertThat(receipt.reason()).isNotEqualTo(Optional.of("failed"));
            if (i % 50 == 0) {
                assertThat(mailroom.accept(mail(freshAddress(), "Suivant", "Bonjour"))
                                .outcome())
                        .isEqualTo(Handled.CREATED);
            }
        }
    }

    @Test
    void whatIsCutSaysSoOnTheCase() {
        byte[] raw = mail(freshAddress(), "Très long", "Bonjour à tous. ".repeat(60_000));

        String text = messages(mailroom.accept(raw)).getFirst().text();

        assertThat(text).startsWith("Bonjour à tous.").endsWith("l’original est conservé en entier.]");
        assertThat(raws.bytes(raws.sameBytes(raw).orElseThrow().id())).isEqualTo(raw);
    }

    private static Optional<String> concerned(Expected expected) {
        int last = expected.becomes().lastIndexOf(' ');
        return last < 0 ? Optional.empty() : Optional.of(expected.becomes().substring(last + 1));
    }

    private String stored(Receipt receipt) {
        return messages(receipt).getFirst().attachments().stream()
                .map(file -> file.name() + ":" + file.bytes())
                .collect(Collectors.joining("|"));
    }

    private List<TimelineEntry.Message> messages(Receipt receipt) {
        var ticket = helpdesk.get(receipt.ticket().orElseThrow());
        return helpdesk.timeline(ticket.id(), Page.Request.first(200)).items().stream()
                .filter(TimelineEntry.Message.class::isInstance)
                .map(TimelineEntry.Message.class::cast)
                .toList();
    }
}
