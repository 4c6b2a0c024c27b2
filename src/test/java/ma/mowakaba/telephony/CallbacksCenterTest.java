package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.Fresh;
import ma.mowakaba.calendar.BusinessCalendar;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is owed a call, and who is served before whom. */
@CenterTest
class CallbacksCenterTest {

    @Autowired
    private CallKeeper desk;

    @Autowired
    private CallBook book;

    @Autowired
    private Callbacks callbacks;

    @Autowired
    private CallLists lists;

    @Autowired
    private LostCalls lost;

    @Autowired
    private Exchanges exchanges;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PresenceBoard presence;

    @Autowired
    private Domains domains;

    @Autowired
    private Switchboard switchboard;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Clock clock;

    private Optional<CallFixtures> made = Optional.empty();
    private DomainCode domain = DomainCode.GENERAL;

    @BeforeEach
    void begin() {
        made = Optional.of(new CallFixtures(accounts, presence, domains));
        domain = made.orElseThrow().domain();
    }

    @AfterEach
    void end() {
        sql.sql("update callback set ended_at = now(6), open_number = null where ended_at is null")
                .update();
    }

    @Test
    void aCallerWhoAskedTwiceIsOwedOneCallAndKeepsHisFirstPlace() {
        String number = Fresh.mobile();
        Instant first = Columns.now(clock).minusSeconds(60);
        CallRow asked = ended(number, first, "CALLBACK");
        ended(number, first.plusSeconds(30), "CALLBACK");
        List<Callbacks.Owed> owed = owed(number);
        assertThat(owed).hasSize(1);
        assertThat(owed.getFirst().since()).isEqualTo(asked.queuedAt().orElseThrow());
        assertThat(owed.getFirst().ticket()).isEqualTo(asked.ticket().orElseThrow());
        assertThat(asked.outcome()).contains(Outcome.CALLBACK);
    }

    @Test
    void tellingTheEndAgainOwesNothingMore() {
        String number = Fresh.mobile();
        CallRow asked = ended(number, Columns.now(clock).minusSeconds(60), "CALLBACK");
        callbacks.reached(PhoneNumber.parse(number).orElseThrow());
        callbacks.owe(
                asked.linkedid(),
                PhoneNumber.parse(number).orElseThrow(),
                queue(),
                asked.ticket().orElseThrow(),
                asked.startedAt());
        assertThat(owed(number)).isEmpty();
    }

    @Test
    void aNumberThatWeMayNotDialIsOwedNothingButHasACase() {
        CallRow asked = ended("00447700900123", Columns.now(clock).minusSeconds(60), "CALLBACK");
        assertThat(owed("00447700900123")).isEmpty();
        assertThat(asked.ticket()).isPresent();
    }

    @Test
    void aFreeAdvisorIsKeptForTheCallbackUnlessSomebodyCameEarlierAndStillWaits() {
        String number = Fresh.mobile();
        Instant since = Columns.now(clock).minusSeconds(60);
        ended(number, since, "CALLBACK");
        Advisor advisor = made.orElseThrow().present(domain, 1).getFirst();
        // so that nobody dials meanwhile
        presence.offline(advisor.id());
        CallbackTurns turns = new CallbackTurns(callbacks, lists, exchanges, new AlwaysOpen(), clock);
        assertThat(turns.turns(List.of(advisor)).keySet()).containsExactly(advisor);

        queued(Fresh.mobile(), since.plusSeconds(30));
        assertThat(turns.turns(List.of(advisor)).keySet())
                .as("who came later waits")
                .containsExactly(advisor);

        String elsewhere = queued("mw2-" + UUID.randomUUID(), Fresh.mobile(), since.minusSeconds(30));
        assertThat(turns.turns(List.of(advisor)).keySet())
                .as("who came earlier waits at another exchange than the advisor's telephone is at")
                .containsExactly(advisor);
        desk.take(elsewhere, List.of(new CallFact.Over(elsewhere, since)));

        queued(Fresh.mobile(), since.minusSeconds(30));
        assertThat(turns.turns(List.of(advisor)))
                .as("who came earlier goes first")
                .isEmpty();
    }

    @Test
    void whoeverWasReachedIsOwedNothing() {
        String number = Fresh.mobile();
        ended(number, Columns.now(clock).minusSeconds(60), "CALLBACK");
        ended(number, Columns.now(clock).minusSeconds(20), "CONTINUE");
        assertThat(owed(number)).isEmpty();
    }

    @Test
    void aCallThatTheExchangeForgotIsFoundAtAnyLookAndEndsAsInterrupted() {
        Awaitility.await().until(() -> switchboard.exchange().connected());
        String linkedid = queued(Fresh.mobile(), Columns.now(clock).minusSeconds(11));
        lost.sweep();
        CallRow call = book.get(linkedid).orElseThrow();
        assertThat(call.overAt()).isPresent();
        assertThat(call.exitHint()).isEqualTo(Outcomes.VANISHED);
    }

    @Test
    void whoeverDoesNotPickUpIsPausedUntilHeIsBack() {
        Advisor advisor = made.orElseThrow().present(domain, 1).getFirst();
        String linkedid = queued(Fresh.mobile(), Columns.now(clock).minusSeconds(5));
        String channel = "PJSIP/" + advisor.extension().orElseThrow() + "-00000001";
        Instant now = Columns.now(clock);
        desk.take(linkedid, List.of(new CallFact.Rang(linkedid, new CallFact.Party(linkedid + "-a", channel), now)));
        desk.take(linkedid, List.of(new CallFact.Missed(linkedid, linkedid + "-a", now)));
        assertThat(presence.of(advisor.id()).state()).isEqualTo(Presence.State.PAUSED);
        assertThat(presence.of(advisor.id()).reason()).contains(PresenceBoard.MISSED);
        presence.offline(advisor.id());
    }

    private QueueName queue() {
        return new QueueName(domain, Language.FR);
    }

    private String queued(String number, Instant at) {
        return queued("t-" + UUID.randomUUID(), number, at);
    }

    private String queued(String linkedid, String number, Instant at) {
        desk.take(
                linkedid,
                List.of(
                        new CallFact.Arrived(
                                linkedid, "PJSIP/carrier-1", number, "0800002000", at.minus(Duration.ofSeconds(1))),
                        new CallFact.Queued(linkedid, queue().toString(), at)));
        return linkedid;
    }

    private CallRow ended(String number, Instant at, String status) {
        String linkedid = queued(number, at);
        CallFact.Summary summary =
                new CallFact.Summary("fr", queue().toString(), status, false, Optional.empty(), Optional.empty(), "");
        desk.take(linkedid, List.of(new CallFact.Summed(linkedid, summary, at.plusSeconds(5))));
        return book.get(linkedid).orElseThrow();
    }

    private List<Callbacks.Owed> owed(String number) {
        Optional<PhoneNumber> wanted = PhoneNumber.parse(number);
        return callbacks.due().stream()
                .filter(owed -> wanted.filter(owed.number()::equals).isPresent())
                .toList();
    }

    /** A calendar without nights. */
    private static final class AlwaysOpen implements BusinessCalendar {

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public boolean open(String calendar, Instant at) {
            return true;
        }

        @Override
        public Instant due(String calendar, Instant start, long minutes) {
            return start.plus(Duration.ofMinutes(minutes));
        }

        @Override
        public Duration between(String calendar, Instant from, Instant to) {
            return Duration.between(from, to);
        }

        @Override
        public Instant nextOpening(String calendar, Instant at) {
            return at;
        }
    }
}
