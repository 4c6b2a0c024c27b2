package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.Fresh;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.web.Wording;
import ma.mowakaba.web.supervisor.CallsPart;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of calls is kept between two paintings, and what is kept never stays wrong. */
@CenterTest
class CallsOnTheWallboardCenterTest {

    @Autowired
    private CallDesk desk;

    @Autowired
    private CallsPart part;

    @Autowired
    private Wording wording;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Clock clock;

    @Test
    void aCallIsThereWhenItIsToldOfAndGoneWhenItsEndIs() {
        String caller = begin("mw1-" + UUID.randomUUID());
        assertThat(rows()).contains(caller);

        CallsPart.Rows before = part.content(wording.in(Language.AR));
        String linkedid = "mw1-" + UUID.randomUUID();
        String second = begin(linkedid);
        assertThat(part.content(wording.in(Language.AR)).html()).contains(caller, second);
        assertThat(part.content(wording.in(Language.AR)).count()).isGreaterThan(before.count());

        desk.take(linkedid, List.of(new CallFact.Over(linkedid, Columns.now(clock))));
        sql.sql("update call_record set ended_at = started_at, outcome = 'ABANDONED' where linkedid = ?")
                .param(linkedid)
                .update();
        told(linkedid);
        assertThat(rows()).contains(caller).doesNotContain(second);
    }

    @Test
    void onlyWhatIsToldOfIsReadAgain() {
        String quiet = "mw1-" + UUID.randomUUID();
        String loud = "mw1-" + UUID.randomUUID();
        begin(quiet);
        begin(loud);
        everythingRead();

        queued(quiet);
        queued(loud);
        told(loud);
        assertThat(row(loud)).contains("badge--queued");
        assertThat(row(quiet)).contains("badge--ivr");
    }

    @Test
    void whoCameIntoAQueueIsSeenThereBeforeItIsStored() {
        String linkedid = "mw1-" + UUID.randomUUID();
        begin(linkedid);
        everythingRead();

        entered(linkedid, "general-ar");
        assertThat(row(linkedid)).contains("badge--queued");
        told(linkedid);
        assertThat(row(linkedid)).contains("badge--queued");
    }

    @Test
    void whoIsHeardOfInAQueueFirstIsSeenThereWhenHisCallIsRead() {
        String linkedid = "mw1-" + UUID.randomUUID();
        everythingRead();
        entered(linkedid, "general-fr");
        begin(linkedid);

        assertThat(row(linkedid)).contains("badge--queued");
    }

    @Test
    void whatIsToldBesidesIsReadSoonAfter() {
        String other = "mw1-" + UUID.randomUUID();
        String linkedid = "mw1-" + UUID.randomUUID();
        begin(other);
        begin(linkedid);
        everythingRead();

        queued(other);
        told(other);
        entered(linkedid, "general-fr");
        assertThat(row(linkedid)).contains("badge--queued");
        assertThat(row(other)).contains("badge--queued");
    }

    @Test
    void whatIsStoredCountsMoreThanWhatWasHeard() {
        String linkedid = "mw1-" + UUID.randomUUID();
        begin(linkedid);
        entered(linkedid, "general-fr");
        sql.sql("update call_record set queue = 'general-fr', answered_at = started_at where linkedid = ?")
                .param(linkedid)
                .update();
        told(linkedid);
        assertThat(row(linkedid)).contains("badge--talking");

        entered(linkedid, "general-fr");
        assertThat(row(linkedid)).contains("badge--talking");
    }

    @Test
    void whatNobodyToldOfIsSeenSecondsLater() {
        String linkedid = "mw1-" + UUID.randomUUID();
        begin(linkedid);
        everythingRead();
        queued(linkedid);

        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            told("mw1-" + UUID.randomUUID());
            assertThat(row(linkedid)).contains("badge--queued");
        });
    }

    /** With nothing told for a while, everything is read. */
    private void everythingRead() {
        Awaitility.await().pollDelay(Duration.ofMillis(150)).until(() -> !rows().isEmpty());
    }

    private String begin(String linkedid) {
        String caller = Fresh.mobile();
        desk.take(
                linkedid,
                List.of(new CallFact.Arrived(
                        linkedid, "PJSIP/carrier-00000001", caller, "0800002000", Columns.now(clock))));
        told(linkedid);
        return PhoneNumber.parse(caller).orElseThrow().national();
    }

    private void queued(String linkedid) {
        sql.sql("update call_record set queue = 'general-fr' where linkedid = ?")
                .param(linkedid)
                .update();
    }

    private void entered(String linkedid, String queue) {
        part.movedBy(new CallEvent.Entered(new CallId(linkedid), queue, Instant.now(clock)));
    }

    private void told(String linkedid) {
        UUID nobody = UUID.randomUUID();
        part.movedBy(new CallEvent.Arrived(new CallId(linkedid), new ContactId(nobody), Instant.now(clock)));
    }

    private String row(String linkedid) {
        for (String row : rows().split("</li>")) {
            if (row.contains(linkedid)) {
                return row;
            }
        }
        return "";
    }

    private String rows() {
        return part.content(wording.in(Language.FR)).html();
    }
}
