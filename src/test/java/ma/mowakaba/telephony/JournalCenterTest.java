package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.contact.Outcome;
import net.javacrumbs.shedlock.core.LockProvider;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Journals that were cut, repeated, shuffled and spoilt. */
@CenterTest
class JournalCenterTest {

    @TempDir
    Path folder;

    @Autowired
    private JournalStore store;

    @Autowired
    private JournalTeller teller;

    @Autowired
    private JournalIntake intake;

    @Autowired
    private LockProvider locks;

    @Autowired
    private Clock clock;

    @Autowired
    private Switchboard switchboard;

    @Autowired
    private JdbcClient sql;

    private String linkedid = "";
    private Path cel = Path.of("");
    private Path log = Path.of("");

    @BeforeEach
    void begin() {
        linkedid = "mw1-" + UUID.randomUUID();
        cel = folder.resolve("cel.jsonl");
        log = folder.resolve("queue_log");
    }

    @Test
    void theSameLinesReadTwiceOrShuffledTellTheCallOnce() throws IOException {
        List<String> lines = new ArrayList<>(JournalLines.answered(linkedid));
        Collections.shuffle(lines, new Random(3));
        lines.addAll(JournalLines.answered(linkedid));
        write(cel, String.join("\n", lines) + "\n");
        follow(follower());
        Switchboard.Call call = switchboard.get(new CallId(linkedid));
        assertThat(call.outcome()).contains(Outcome.ANSWERED);
        assertThat(call.waited()).contains(Duration.ofMillis(2000));
        assertThat(call.talk()).contains(Duration.ofMillis(3964));
        assertThat(call.legs()).extracting(Switchboard.Leg::kind).containsExactly("caller", "advisor");
        assertThat(switchboard.journal(new CallId(linkedid)).lines())
                .containsExactlyElementsOf(JournalLines.answered(linkedid));
    }

    @Test
    void aFollowerThatDiedGoesOnWhereItWas() throws IOException {
        String text = String.join("\n", JournalLines.answered(linkedid)) + "\n";
        write(cel, text.substring(0, text.length() / 3));
        follow(follower());
        write(cel, text.substring(text.length() / 3));
        follow(follower());
        assertThat(switchboard.get(new CallId(linkedid)).outcome()).contains(Outcome.ANSWERED);
        assertThat(rows()).isEqualTo(JournalLines.answered(linkedid).size());
    }

    @Test
    void aFileThatWasRotatedOrCutLosesNothing() throws IOException {
        JournalFollower follower = follower();
        List<String> lines = JournalLines.answered(linkedid);
        write(cel, String.join("\n", lines.subList(0, 4)) + "\n");
        follow(follower);
        write(cel, lines.get(4) + "\n");
        Files.move(cel, folder.resolve("cel.jsonl.1"));
        write(cel, String.join("\n", lines.subList(5, 8)) + "\n");
        follow(follower);
        Files.writeString(cel, "", StandardOpenOption.TRUNCATE_EXISTING);
        write(cel, String.join("\n", lines.subList(8, 9)) + "\n");
        follow(follower);
        write(cel, String.join("\n", lines.subList(9, lines.size())) + "\n");
        follow(follower);
        assertThat(rows()).isEqualTo(lines.size());
        assertThat(switchboard.get(new CallId(linkedid)).outcome()).contains(Outcome.ANSWERED);
    }

    @Test
    void aSpoiltLineIsCountedAndKeptAndHoldsUpNothing() throws IOException {
        long before = store.unreadable();
        List<String> lines = JournalLines.answered(linkedid);
        write(
                cel,
                lines.getFirst() + "\n{\"eventtype\":\"HANG\n\u0000\u0000\u0001\n"
                        + String.join("\n", lines.subList(1, lines.size())) + "\n");
        follow(follower());
        assertThat(store.unreadable()).isEqualTo(before + 2);
        assertThat(sql.sql("select count(*) from journal_unreadable where line = '{\"eventtype\":\"HANG'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(switchboard.get(new CallId(linkedid)).outcome()).contains(Outcome.ANSWERED);
    }

    @Test
    void aCallWhoseSummaryWasLostIsClosedWithWhatTheQueueLogSays() throws IOException {
        List<String> lines = List.of(
                JournalLines.line(linkedid, "CHAN_START", 0, linkedid, "PJSIP/carrier-00000001", "from-trunk", "", ""),
                JournalLines.line(
                        linkedid, "APP_START", 2, linkedid, "PJSIP/carrier-00000001", "mw-queue", "general-fr,tk", ""),
                JournalLines.line(
                        linkedid, "LINKEDID_END", 30, linkedid, "PJSIP/carrier-00000001", "mw-queue", "", ""));
        write(cel, String.join("\n", lines) + "\n");
        write(log, "1795460000|" + linkedid + "|general-fr|NONE|EXITWITHTIMEOUT|1|1|28\n");
        follow(follower());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(switchboard.get(new CallId(linkedid)).outcome())
                                .contains(Outcome.TIMEOUT));
    }

    @Test
    void aHoldToldLateTwiceAndFromItsEndCountsOnceApartFromTheTalk() throws IOException {
        write(cel, String.join("\n", JournalLines.answered(linkedid)).replace("PJSIP/4999", "PJSIP/1001") + "\n");
        follow(follower());
        String end = hold("UNHOLD", 8);
        write(log, end + end + hold("HOLD", 6) + hold("UNHOLD", 5) + hold("HOLD", 7) + hold("HOLD", 6));
        follow(follower());
        Switchboard.Call call = switchboard.get(new CallId(linkedid));
        assertThat(call.holds())
                .extracting(Switchboard.Hold::from, hold -> hold.until().orElseThrow())
                .containsExactly(tuple(second(6), second(8)));
        assertThat(call.hold()).isEqualTo(Duration.ofSeconds(2));
        assertThat(call.talk()).contains(Duration.ofMillis(1964));
        assertThat(sql.sql("select hold, timestampdiff(microsecond, since, left_at) from handling_fact"
                                + " where contact_id = ?")
                        .param(call.contact().value())
                        .query((row, i) -> List.of(row.getLong(1), row.getLong(2)))
                        .list())
                .containsExactly(List.of(2_000_000L, 4_000_000L));
    }

    @Test
    void aHoldThatWasNeverTakenBackEndsWithWhoeverBeganIt() throws IOException {
        write(log, hold("HOLD", 7));
        write(cel, String.join("\n", JournalLines.answered(linkedid)).replace("PJSIP/4999", "PJSIP/1001") + "\n");
        follow(follower());
        assertThat(switchboard.get(new CallId(linkedid)).hold()).isEqualTo(Duration.ofSeconds(2));
    }

    /** As {@link HoldNotes} writes it: what counts is the moment in the text. */
    private String hold(String word, int second) {
        return "1795460000|" + linkedid + "|NONE|NONE|" + word + "|" + linkedid + "x " + second(second) + "\n";
    }

    private static Instant second(int second) {
        return Instant.parse("2026-11-23T18:00:0" + second + "Z");
    }

    private JournalFollower follower() {
        TelephonySettings settings = new TelephonySettings(
                new TelephonySettings.Exchange("mw1", "", "", 0, "", "", "", Duration.ZERO, Duration.ZERO, 1, 1),
                new TelephonySettings.Journal(cel.toString(), log.toString()),
                List.of(),
                "",
                "carrier",
                List.of(),
                Duration.ofMinutes(3),
                Duration.ofDays(14),
                new TelephonySettings.Line(Map.of(), Duration.ZERO));
        return new JournalFollower(settings, store, intake, teller, locks, clock);
    }

    /** Until everything in the files is stored and told; the center's own follower may hold the lease meanwhile. */
    private void follow(JournalFollower follower) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            follower.follow();
            return !follower.news()
                    && sql.sql("select count(*) from journal_record where linkedid = ? and state = 0")
                                    .param(linkedid)
                                    .query(Integer.class)
                                    .single()
                            == 0;
        });
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private int rows() {
        return sql.sql("select count(*) from journal_record where linkedid = ?")
                .param(linkedid)
                .query(Integer.class)
                .single();
    }
}
