package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.PresenceBoard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A caller is seen in the queue at once, and his case follows, whatever happens in between. */
@CenterTest
class EnteredQueueCenterTest {

    @Autowired
    private CallDesk desk;

    @Autowired
    private CallStory story;

    @Autowired
    private CallBook book;

    @Autowired
    private Switchboard switchboard;

    @Autowired
    private Router router;

    @Autowired
    private PresenceBoard presence;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Domains domains;

    @Autowired
    private Clock clock;

    private final String linkedid = "mw1-" + UUID.randomUUID();
    private CallFact.Queued queued = new CallFact.Queued(linkedid, "", Instant.EPOCH);

    @BeforeEach
    void aCallHasBegun() {
        DomainCode domain = new CallFixtures(accounts, presence, domains).domain();
        Instant now = Columns.now(clock);
        desk.take(
                linkedid,
                List.of(new CallFact.Arrived(
                        linkedid, "PJSIP/carrier-00000001", CallFixtures.mobile(), "0800002000", now)));
        queued = new CallFact.Queued(linkedid, domain.value() + "-fr", now.plusMillis(2));
    }

    @Test
    void heIsSeenThereBeforeHisCaseIsStored() {
        assertThat(call().state()).isEqualTo("ivr");
        story.entered(book.get(linkedid).orElseThrow(), queued);

        assertThat(call().state()).isEqualTo("queued");
        assertThat(switchboard.live()).extracting(Switchboard.Call::state).contains("queued");
        assertThat(call().ticket()).isEmpty();
    }

    @Test
    void aNodeThatDiedInBetweenLosesNeitherCaseNorPlace() {
        story.entered(book.get(linkedid).orElseThrow(), queued);
        desk.take(linkedid, List.of(queued));

        assertThat(call().ticket()).isPresent();
        assertThat(call().queuedAt()).contains(queued.at());
        assertThat(router.waiting()).extracting(Router.Waiting::contact).contains(call().contact());
        router.cancel(call().contact());
    }

    private Switchboard.Call call() {
        return switchboard.get(new CallId(linkedid));
    }
}
