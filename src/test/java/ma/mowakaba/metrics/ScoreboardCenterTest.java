package ma.mowakaba.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.Center;
import ma.mowakaba.CenterTest;
import ma.mowakaba.contact.Approach;
import ma.mowakaba.contact.ContactEvent;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.metrics.Scoreboard.Counted;
import ma.mowakaba.metrics.Scoreboard.CountedContact;
import ma.mowakaba.metrics.Scoreboard.Figure;
import ma.mowakaba.metrics.Scoreboard.Interval;
import ma.mowakaba.metrics.Scoreboard.Question;
import ma.mowakaba.metrics.Scoreboard.QueueFigures;
import ma.mowakaba.staff.StaffId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@CenterTest
class ScoreboardCenterTest {

    private static final Instant MORNING = Instant.parse("2025-03-11T09:10:00Z");
    private static final StaffId ADVISOR = new StaffId(UUID.randomUUID());

    /** A queue of this test alone. */
    private final DomainCode domain =
            new DomainCode("test-" + UUID.randomUUID().toString().substring(0, 8));

    @Autowired
    Scoreboard scoreboard;

    @Autowired
    Reception reception;

    @Autowired
    ContactFacts facts;

    @Value("${local.server.port}")
    int port;

    @Test
    void eachFigureEqualsTheNumberOfContactsBehindIt() {
        for (int second : List.of(3, 8, 19, 20, 21, 45, 90)) {
            answered(MORNING.plusSeconds(second), second, 120);
        }
        abandoned(MORNING, 4);
        abandoned(MORNING, 15);
        abandoned(MORNING, 70);
        ended(MORNING, 30, Outcome.CALLBACK);
        waits(MORNING);

        QueueFigures row = one(question(Interval.TOTAL));
        assertThat(row.offered()).isEqualTo(12);
        assertThat(row.answered()).isEqualTo(7);
        assertThat(row.abandoned()).isEqualTo(3);
        assertThat(row.shortAbandoned()).isEqualTo(1);
        assertThat(row.answeredWithin()).isEqualTo(4);
        assertThat(row.abandonedWithin()).isEqualTo(2);
        assertThat(row.otherEnds()).isEqualTo(1);
        assertThat(row.waitingNow()).isEqualTo(1);
        assertThat(row.serviceLevel()).contains(4.0 / 8);
        assertThat(row.abandonment()).contains(3.0 / 12);
        assertThat(row.waitMedian()).contains(Duration.ofSeconds(20));
        assertThat(row.aht()).contains(Duration.ofSeconds(120));
        long[] counted = {
            row.offered(),
            row.answered(),
            row.abandoned(),
            row.shortAbandoned(),
            row.answeredWithin(),
            row.abandonedWithin(),
            row.otherEnds(),
            row.waitingNow(),
            row.inProgress()
        };
        for (Figure figure : Figure.values()) {
            assertThat(behind(figure)).as(figure.name()).hasSize((int) counted[figure.ordinal()]);
        }
    }

    @Test
    void factsThatRepeatAndOvertakeEachOtherGiveTheSameRow() {
        var contact = new ContactId(UUID.randomUUID());
        var ended = new ContactEvent.Ended(contact, Outcome.ANSWERED, Optional.of(ADVISOR), MORNING.plusSeconds(70));
        var answered = new ContactEvent.Answered(contact, ADVISOR, MORNING.plusSeconds(10));
        var queued = new ContactEvent.Queued(contact, Channel.CALL, domain, Language.AR, MORNING);
        for (ContactEvent event : List.of(ended, queued, answered, queued, ended, answered)) {
            facts.happened(event);
        }
        facts.happened(new ContactEvent.Answered(contact, ADVISOR, MORNING.plusSeconds(30)));
        QueueFigures row = one(question(Interval.TOTAL));
        assertThat(row.offered()).isEqualTo(1);
        assertThat(row.asa()).contains(Duration.ofSeconds(10));
        assertThat(row.aht()).contains(Duration.ofSeconds(60));
    }

    @Test
    void aContactBelongsToTheHourOfItsQueueEntry() {
        answered(Instant.parse("2025-03-11T09:59:59Z"), 30, 60);
        answered(Instant.parse("2025-03-11T10:00:00Z"), 5, 60);
        List<QueueFigures> hours = scoreboard.queues(question(Interval.HOUR));
        assertThat(hours)
                .extracting(QueueFigures::from)
                .containsExactly(Instant.parse("2025-03-11T09:00:00Z"), Instant.parse("2025-03-11T10:00:00Z"));
        assertThat(hours).extracting(QueueFigures::offered).containsExactly(1L, 1L);
    }

    @Test
    void programsReadTheSameFiguresAsJsonAndAsCsv() {
        answered(MORNING, 12, 60);
        var center = Center.at(port);
        String query = "?from=2025-03-11&to=2025-03-12&channel=call&domain=" + domain;
        var row = center.get("/api/metrics/queues" + query).body().get("items").get(0);
        assertThat(row.get("offered").asInt()).isEqualTo(1);
        assertThat(row.get("asaSeconds").asInt()).isEqualTo(12);
        assertThat(row.get("serviceLevel").asDouble()).isEqualTo(1.0);
        assertThat(center.get("/api/metrics/contacts" + query).body().get("items"))
                .hasSize(1);
        assertThat(center.get("/api/metrics/queues/contacts" + query).body().get("items"))
                .hasSize(1);
        assertThat(center.get("/api/metrics/advisors" + query).status()).isEqualTo(200);
        assertThat(center.get("/api/metrics/tickets" + query).status()).isEqualTo(200);
        assertThat(center.get("/api/metrics/queues?from=2025-03-12&to=2025-03-11")
                        .status())
                .isEqualTo(400);
    }

    private List<CountedContact> behind(Figure figure) {
        List<CountedContact> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<CountedContact> page = scoreboard.contacts(
                    question(Interval.TOTAL), new Counted(figure, Optional.empty()), new Page.Request(cursor, 5));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }

    private QueueFigures one(Question question) {
        List<QueueFigures> rows = scoreboard.queues(question);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private Question question(Interval interval) {
        return new Question(
                Instant.parse("2025-03-11T00:00:00Z"),
                Instant.parse("2025-03-12T00:00:00Z"),
                interval,
                Optional.of(domain),
                Optional.empty(),
                Optional.empty());
    }

    private ContactId waits(Instant at) {
        ContactId contact = reception.welcome(new Approach(
                Channel.CALL, UUID.randomUUID().toString(), Optional.empty(), DomainCode.GENERAL, Language.AR, at));
        reception.queued(contact, domain, Language.AR, at);
        return contact;
    }

    private void answered(Instant at, int wait, int talk) {
        ContactId contact = waits(at);
        reception.answered(contact, ADVISOR, at.plusSeconds(wait));
        reception.ended(contact, Outcome.ANSWERED, at.plusSeconds(wait + talk));
    }

    private void abandoned(Instant at, int wait) {
        ended(at, wait, Outcome.ABANDONED);
    }

    private void ended(Instant at, int wait, Outcome outcome) {
        reception.ended(waits(at), outcome, at.plusSeconds(wait));
    }
}
