package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Mails made worse at random for a minute: every one is understood somehow, within bounds. One of them again:
 * {@code -Dmail.fuzz.mail=<seed>}; another time: {@code -Dmail.fuzz.seconds=600}; the same minute: {@code -Dmail.fuzz.seed=<seed>}.
 */
class MailFuzzIT {

    private static final long SEED = Long.getLong("mail.fuzz.seed", System.nanoTime());
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("mail.fuzz.seconds", 60));
    private static final Path FOUND = Path.of("target/fuzz");

    private static Mutations mutations;
    private static MailCost dearest = new MailCost(Duration.ZERO, 0);

    @BeforeAll
    static void warm() throws IOException {
        mutations = Mutations.ofAllRecordings();
        MailCost.warmUp(Recordings.all().map(Recordings.Expected::raw).toList());
    }

    @Test
    void noMailThatIsMadeWorseStopsTheReaderOrCostsMuch() throws IOException {
        Long one = Long.getLong("mail.fuzz.mail");
        Random seeds = new Random(SEED);
        long end = System.nanoTime() + TIME.toNanos();
        int mails = 0;
        while (one == null && System.nanoTime() < end) {
            check(seeds.nextLong());
            mails++;
        }
        if (one != null) {
            check(one);
        }
        System.out.printf("mail.fuzz.seed=%d: %d mails understood, at most %s each%n", SEED, mails, dearest);
    }

    @Test
    void theBombsOfTheCorpusStayWithinTheBounds() throws IOException {
        MailCost most = new MailCost(Duration.ZERO, 0);
        for (Recordings.Expected recording : Recordings.all().toList()) {
            MailCost cost = MailCost.of(recording.raw());
            most = most.or(cost);
            assertThat(cost.within(recording.raw()))
                    .as("%s: %s", recording, cost)
                    .isTrue();
        }
        System.out.printf("the corpus: at most %s a mail%n", most);
    }

    private static void check(long seed) throws IOException {
        byte[] raw = mutations.mail(seed);
        try {
            MailCost cost = MailCost.of(raw);
            dearest = dearest.or(cost);
            assertThat(cost.within(raw)).as(cost.toString()).isTrue();
        } catch (RuntimeException | Error e) {
            Path file = Files.createDirectories(FOUND).resolve(seed + ".eml");
            Files.write(file, raw);
            throw new AssertionError("-Dmail.fuzz.mail=" + seed + ", kept as " + file, e);
        }
    }
}
