package ma.mowakaba.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.mowakaba.Center;
import ma.mowakaba.CenterTest;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceChanged;
import ma.mowakaba.staff.StaffId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The figures of the queues, number by number, as outside programs read them. */
@CenterTest
class QueueFiguresCenterTest {

    private static final Instant TEN = Instant.parse("2025-06-11T10:00:00Z");
    private static final String THE_DAY = "from=2025-06-11&to=2025-06-12";

    private final DomainCode domain = Facts.freshDomain();

    @LocalServerPort
    int port;

    @Autowired
    ContactFacts told;

    @Autowired
    PresenceFacts states;

    @Autowired
    JdbcClient database;

    private Center center;
    private Facts calls;

    @BeforeEach
    void find() {
        center = Center.at(port);
        calls = Facts.of(told, domain);
    }

    /** 1000 answered, 860 of them in time; 60 gave up, 20 of them in time and 10 of these at once. */
    @Test
    void theWorkedExampleOfTheServiceLevelsComesOut() {
        IntStream.range(0, 860).forEach(n -> calls.served(TEN.plusSeconds(n), 20));
        IntStream.range(0, 140).forEach(n -> calls.served(TEN.plusSeconds(n), 21));
        IntStream.range(0, 10).forEach(n -> calls.lost(TEN, 5, Outcome.ABANDONED));
        IntStream.range(0, 10).forEach(n -> calls.lost(TEN, 19, Outcome.ABANDONED));
        IntStream.range(0, 40).forEach(n -> calls.lost(TEN, 60, Outcome.ABANDONED));

        JsonNode row = one(THE_DAY);
        assertThat(numbers(row, "offered", "answered", "abandoned", "shortAbandoned"))
                .containsExactly(1060, 1000, 60, 10);
        assertThat(numbers(row, "answeredWithin", "abandonedWithin", "thresholdSeconds"))
                .containsExactly(860, 20, 20);
        double[] percent = {83.02, 86.00, 81.13, 82.69, 82.08};
        for (int variant = 0; variant < percent.length; variant++) {
            assertThat(row.path("serviceLevelVariants").path(variant).asDouble() * 100)
                    .isCloseTo(percent[variant], within(.005));
        }
        assertThat(row.path("serviceLevel").asDouble() * 100).isCloseTo(82.69, within(.005));
        assertThat(row.path("abandonment").asDouble()).isCloseTo(60.0 / 1060, within(1e-12));
    }

    @Test
    void waitsAreGivenAsMeanMedianAndPercentilesByNearestRank() {
        for (int wait : List.of(2, 4, 6, 8, 10, 12, 14, 16, 18, 110)) {
            calls.served(TEN, wait);
        }
        calls.lost(TEN, 500, Outcome.ABANDONED);

        assertThat(numbers(one(THE_DAY), "asaSeconds", "waitMedianSeconds", "waitP90Seconds", "waitP95Seconds"))
                .as("of the answered alone")
                .containsExactly(20, 10, 18, 110);
    }

    /** 60 s with the first, 120 s with the second, 30 s of wrap-up: the caller counts once. */
    @Test
    void afterATransferEachAdvisorHasHisPartAndTheCallerCountsOnce() {
        StaffId first = new StaffId(UUID.randomUUID());
        StaffId second = new StaffId(UUID.randomUUID());
        ContactId contact = calls.answered(TEN, 10, first);
        calls.part(contact, first, TEN.plusSeconds(10), 60);
        calls.part(contact, second, TEN.plusSeconds(70), 120);
        calls.ended(contact, Outcome.ANSWERED, TEN.plusSeconds(190));
        calls.served(TEN, 5);

        JsonNode row = one(THE_DAY);
        assertThat(numbers(row, "offered", "answered")).containsExactly(2, 2);
        assertThat(row.path("ahtSeconds").asInt()).as("(180 + 60) / 2").isEqualTo(120);
        List<JsonNode> advisors = items("/api/metrics/advisors?" + THE_DAY + "&domain=" + domain).stream()
                .filter(advisor -> advisor.path("handled").asInt() > 0)
                .toList();
        assertThat(advisors)
                .extracting(advisor -> advisor.path("advisor").asString())
                .containsExactlyInAnyOrder(first.toString(), second.toString());
        assertThat(advisors)
                .extracting(advisor -> advisor.path("handled").asInt())
                .containsExactly(1, 1);
        assertThat(advisors)
                .extracting(advisor -> advisor.path("talkSeconds").asInt())
                .containsExactlyInAnyOrder(60, 120);
    }

    /** Available 10:00–10:30, paused 10:30–10:40; two chats at once 10:10–10:20, the second until 10:25; an hour is asked for. */
    @Test
    void anAdvisorsHourIsHandlingAndAvailableAndPausesAreInNoDenominator() {
        StaffId advisor = new StaffId(UUID.randomUUID());
        present(advisor, "AVAILABLE", TEN, 1800);
        present(advisor, "PAUSED", TEN.plusSeconds(1800), 600);
        Facts chats = new Facts(told, new Queue(domain, Language.FR, Channel.CHAT));
        ContactId first = chats.answered(TEN.plusSeconds(600), 0, advisor);
        chats.part(first, advisor, TEN.plusSeconds(600), 600);
        ContactId second = chats.answered(TEN.plusSeconds(600), 0, advisor);
        chats.part(second, advisor, TEN.plusSeconds(600), 900);
        Facts mails = new Facts(told, new Queue(domain, Language.FR, Channel.MAIL));
        mails.answered(TEN.minusSeconds(7200), 7300, advisor);

        JsonNode row = items("/api/metrics/advisors?from=2025-06-11T10:00:00Z&to=2025-06-11T11:00:00Z").stream()
                .filter(one -> one.path("advisor").asString().equals(advisor.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(numbers(row, "answered", "handled", "talkSeconds", "ahtSeconds"))
                .containsExactly(3, 2, 1500, 750);
        assertThat(numbers(row, "handlingSeconds", "availableSeconds")).containsExactly(900, 900);
        assertThat(row.path("occupancy").asDouble()).isEqualTo(0.5);
        assertThat(numbers(row.path("presenceSeconds"), "available", "paused")).containsExactly(1800, 600);
        assertThat(row.path("name").asString()).as("programs see no names").isEmpty();
    }

    /** Wrap-up of 40 s right after a call of 60 s belongs to it; one an hour later to none. */
    @Test
    void theWrapUpAfterACallIsItsAfterCallWork() {
        StaffId advisor = new StaffId(UUID.randomUUID());
        ContactId call = calls.answered(TEN, 10, advisor);
        calls.part(call, advisor, TEN.plusSeconds(10), 60);
        calls.ended(call, Outcome.ANSWERED, TEN.plusSeconds(70));
        wrapsUp(advisor, TEN.plusSeconds(71), 40);
        wrapsUp(advisor, TEN.plusSeconds(3600), 500);

        assertThat(numbers(one(THE_DAY), "answered", "ahtSeconds")).containsExactly(1, 100);
        JsonNode row = items("/api/metrics/advisors?" + THE_DAY + "&domain=" + domain).stream()
                .filter(one -> one.path("advisor").asString().equals(advisor.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(numbers(row, "talkSeconds", "afterWorkSeconds", "ahtSeconds", "handlingSeconds"))
                .containsExactly(60, 40, 100, 600);
    }

    @Test
    void talkHoldAndAfterCallWorkMakeTheHandlingTime() {
        StaffId advisor = new StaffId(UUID.randomUUID());
        ContactId call = calls.answered(TEN, 10, advisor);
        Instant over = TEN.plusSeconds(70);
        calls.handled(call, advisor, TEN.plusSeconds(10), Optional.of(over), Duration.ofSeconds(15));
        calls.ended(call, Outcome.ANSWERED, over);
        wrapsUp(advisor, over, 40);

        JsonNode row = items("/api/metrics/advisors?" + THE_DAY + "&domain=" + domain).stream()
                .filter(one -> one.path("advisor").asString().equals(advisor.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(numbers(row, "talkSeconds", "holdSeconds", "afterWorkSeconds", "ahtSeconds"))
                .containsExactly(45, 15, 40, 100);
    }

    private void present(StaffId advisor, String state, Instant since, long seconds) {
        database.sql("insert into presence_fact (advisor_id, since, left_at, state) values (?, ?, ?, ?)")
                .params(advisor.value(), Columns.utc(since), Columns.utc(since.plusSeconds(seconds)), state)
                .update();
    }

    private void wrapsUp(StaffId advisor, Instant since, long seconds) {
        Presence before = new Presence(Presence.State.BUSY, Optional.empty(), since.minusSeconds(60));
        Presence wrapUp = new Presence(Presence.State.WRAP_UP, Optional.empty(), since);
        Presence after = new Presence(Presence.State.AVAILABLE, Optional.empty(), since.plusSeconds(seconds));
        states.changed(new PresenceChanged(advisor, before, wrapUp, since));
        states.changed(new PresenceChanged(advisor, wrapUp, after, after.since()));
        states.changed(new PresenceChanged(
                advisor,
                after,
                new Presence(Presence.State.OFFLINE, Optional.empty(), after.since()),
                after.since().plusSeconds(1)));
    }

    @Test
    void whatComesLateChangesAnIntervalThatIsOver() {
        ContactId late = calls.queued(TEN);
        assertThat(numbers(one(THE_DAY), "waitingNow", "answered")).containsExactly(1, 0);
        assertThat(one(THE_DAY).path("serviceLevel").isNull()).isTrue();

        StaffId by = new StaffId(UUID.randomUUID());
        told.happened(new ma.mowakaba.contact.ContactEvent.Answered(late, by, TEN.plusSeconds(7)));
        assertThat(numbers(one(THE_DAY), "waitingNow", "inProgress", "answered"))
                .containsExactly(0, 1, 1);

        calls.ended(late, Outcome.ANSWERED, TEN.plusSeconds(100));
        assertThat(numbers(one(THE_DAY), "inProgress", "asaSeconds", "ahtSeconds"))
                .containsExactly(0, 7, 93);
        assertThat(one(THE_DAY).path("serviceLevel").asDouble()).isEqualTo(1.0);
    }

    @Test
    void anEndThatWasOnlyAGuessGivesWayToTheRealOne() {
        ContactId contact = calls.queued(TEN);
        calls.ended(contact, Outcome.INTERRUPTED, TEN.plusSeconds(60));
        calls.ended(contact, Outcome.ABANDONED, TEN.plusSeconds(30));
        calls.ended(contact, Outcome.INTERRUPTED, TEN.plusSeconds(10));

        assertThat(numbers(one(THE_DAY), "abandoned", "otherEnds")).containsExactly(1, 0);
    }

    @Test
    void aLongerPeriodIsARatioOfSumsAndNotAMeanOfRatios() {
        calls.served(TEN, 5);
        Instant next = TEN.plus(Duration.ofDays(1));
        calls.served(next, 5);
        calls.served(next, 50);
        calls.served(next, 50);

        List<JsonNode> days = queues("from=2025-06-11&to=2025-06-13&interval=day");
        assertThat(days).extracting(day -> day.path("serviceLevel").asDouble()).containsExactly(1.0, 1.0 / 3);
        assertThat(one("from=2025-06-09&to=2025-06-16").path("serviceLevel").asDouble())
                .isEqualTo(2.0 / 4);
    }

    @Test
    void whereNobodyWasAnsweredOrGaveUpRatiosAreMissingAndNeitherZeroNorAHundred() {
        calls.lost(TEN, 30, Outcome.CALLBACK);
        calls.queued(TEN);

        JsonNode row = one(THE_DAY);
        for (String ratio : List.of("serviceLevel", "asaSeconds", "waitP90Seconds", "ahtSeconds", "occupancy")) {
            assertThat(row.path(ratio).isNull()).as(ratio).isTrue();
        }
        assertThat(row.path("serviceLevelVariants").path(0).isNull()).isTrue();
        assertThat(row.path("abandonment").asDouble()).isEqualTo(0.0);
        assertThat(queues("from=2025-06-20&to=2025-06-21").stream()
                        .mapToInt(empty -> empty.path("offered").asInt()))
                .containsOnly(0);
    }

    /** Morocco was an hour ahead of UTC in June 2026, and is not any more in November. */
    @Test
    void aDayBeginsAtMoroccosMidnight() {
        calls.served(Instant.parse("2026-06-09T22:59:59Z"), 5);
        calls.served(Instant.parse("2026-06-09T23:00:00Z"), 5);
        calls.served(Instant.parse("2026-11-09T23:59:59Z"), 5);
        calls.served(Instant.parse("2026-11-10T00:00:00Z"), 5);

        assertThat(queues("from=2026-06-09&to=2026-06-11&interval=day").stream()
                        .filter(row -> row.path("offered").asInt() > 0))
                .extracting(row -> row.path("from").asString())
                .containsExactly("2026-06-08T23:00:00Z", "2026-06-09T23:00:00Z");
        assertThat(queues("from=2026-11-09&to=2026-11-11&interval=day").stream()
                        .filter(row -> row.path("offered").asInt() > 0))
                .extracting(row -> row.path("from").asString())
                .containsExactly("2026-11-09T00:00:00Z", "2026-11-10T00:00:00Z");
    }

    @Test
    void theBacklogIsWhoeverWaitedAtTheEndOfTheIntervalWheneverHeCame() {
        calls.lost(TEN.minusSeconds(600), 1200, Outcome.ABANDONED);
        calls.served(TEN.plusSeconds(3590), 20);
        calls.served(TEN.plusSeconds(60), 20);

        List<JsonNode> hours = queues("from=2025-06-11T09:00:00Z&to=2025-06-11T12:00:00Z&interval=hour");
        assertThat(hours)
                .extracting(hour -> hour.path("from").asString())
                .containsExactly("2025-06-11T09:00:00Z", "2025-06-11T10:00:00Z");
        assertThat(hours).extracting(hour -> hour.path("backlog").asInt()).containsExactly(1, 1);
        assertThat(hours).extracting(hour -> hour.path("offered").asInt()).containsExactly(1, 2);
    }

    @Test
    void everyTerminalStateIsCountedByItsName() {
        for (Outcome outcome : Outcome.values()) {
            calls.lost(TEN, 30, outcome);
        }
        JsonNode row = one(THE_DAY);
        assertThat(row.path("ends").propertyNames())
                .contains(
                        "abandoned", "timeout", "full", "closed", "join-empty", "leave-empty", "callback", "voicemail");
        assertThat(numbers(row, "offered", "abandoned", "otherEnds")).containsExactly(12, 1, 11);
        assertThat(row.path("abandonment").asDouble()).isCloseTo(1.0 / 12, within(1e-12));
    }

    /** Whatever is asked, the contacts behind a figure are as many as it says, and CSV says the same. */
    @Test
    void behindEveryFigureStandExactlyTheContactsItCounts() {
        Random dice = new Random(20261126);
        for (int n = 0; n < 160; n++) {
            Facts queue = new Facts(
                    told,
                    new Queue(
                            domain,
                            dice.nextBoolean() ? Language.AR : Language.FR,
                            Channel.values()[dice.nextInt(Channel.values().length)]));
            happen(queue, dice);
        }
        for (String asked : List.of(
                THE_DAY,
                THE_DAY + "&interval=hour",
                "from=2025-06-10&to=2025-06-13&interval=day",
                THE_DAY + "&channel=call",
                THE_DAY + "&language=fr")) {
            List<JsonNode> rows = queues(asked);
            assertThat(rows).isNotEmpty();
            rows.forEach(this::sameCount);
            sameAsCsv("/api/metrics/queues?" + asked + "&domain=" + domain, rows);
        }
    }

    private static void happen(Facts queue, Random dice) {
        Instant at = TEN.plusSeconds(dice.nextInt(-40_000, 40_000));
        switch (dice.nextInt(4)) {
            case 0 -> queue.queued(at);
            case 1 -> queue.answered(at, dice.nextInt(60), new StaffId(UUID.randomUUID()));
            case 2 -> queue.served(at, dice.nextInt(60));
            default -> queue.lost(at, dice.nextInt(60), Outcome.values()[dice.nextInt(Outcome.values().length)]);
        }
    }

    private void sameCount(JsonNode row) {
        String same = "?domain=" + domain + "&from=" + row.path("from").asString() + "&to="
                + row.path("to").asString() + "&language="
                + row.path("language").asString() + "&channel="
                + row.path("channel").asString();
        Map<String, String> names = Map.of(
                "offered", "offered",
                "answered", "answered",
                "abandoned", "abandoned",
                "short-abandoned", "shortAbandoned",
                "answered-within", "answeredWithin",
                "abandoned-within", "abandonedWithin",
                "other-ends", "otherEnds",
                "waiting-now", "waitingNow",
                "in-progress", "inProgress");
        names.forEach((figure, field) -> assertThat(contacts(same + "&figure=" + figure))
                .as("%s of %s", figure, row)
                .hasSize(row.path(field).asInt()));
        row.path("ends")
                .propertyNames()
                .forEach(outcome -> assertThat(contacts(same + "&outcome=" + outcome))
                        .as("%s of %s", outcome, row)
                        .hasSize(row.path("ends").path(outcome).asInt()));
    }

    private void sameAsCsv(String path, List<JsonNode> rows) {
        String csv = center.send(java.net.http.HttpRequest.newBuilder().GET(), path, Map.of("Accept", "text/csv"))
                .raw()
                .body()
                .replace("\uFEFF", "");
        List<String> lines = csv.lines().toList();
        List<String> head = Arrays.asList(lines.getFirst().split(","));
        assertThat(lines).hasSize(rows.size() + 1);
        for (int n = 0; n < rows.size(); n++) {
            List<String> cells = Arrays.asList(lines.get(n + 1).split(",", -1));
            JsonNode row = rows.get(n);
            assertThat(row.propertyNames()).containsExactlyElementsOf(head);
            for (String name : head) {
                JsonNode value = row.path(name);
                if (value.isValueNode()) {
                    String said = cells.get(head.indexOf(name));
                    assertThat(said).as(name).isEqualTo(value.isNull() ? "" : value.asString());
                }
            }
        }
    }

    private List<JsonNode> contacts(String query) {
        List<JsonNode> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            JsonNode page = center.get("/api/metrics/contacts" + query + "&size=3"
                            + cursor.map(next -> "&cursor=" + next).orElse(""))
                    .body();
            page.path("items").forEach(all::add);
            cursor = Optional.ofNullable(page.path("next").asStringOpt().orElse(null));
        } while (cursor.isPresent());
        return all;
    }

    private JsonNode one(String query) {
        List<JsonNode> rows = queues(query);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private List<JsonNode> queues(String query) {
        return items("/api/metrics/queues?" + query + "&domain=" + domain);
    }

    private List<JsonNode> items(String path) {
        Center.Answer answer = center.get(path);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().path("items").valueStream().toList();
    }

    private static List<Integer> numbers(JsonNode row, String... names) {
        return Arrays.stream(names).map(name -> row.path(name).asInt()).toList();
    }
}
