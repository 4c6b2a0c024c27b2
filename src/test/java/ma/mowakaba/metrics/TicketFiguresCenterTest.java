package ma.mowakaba.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.Center;
import ma.mowakaba.CenterTest;
import ma.mowakaba.contact.Approach;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.MergedCases;
import ma.mowakaba.ticket.NewTicket;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketChange;
import ma.mowakaba.ticket.TicketState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The figures of cases, number by number; the facts are as the follower writes them. */
@CenterTest
class TicketFiguresCenterTest {

    /** A Wednesday; the center is open from 7:30 to 15:30 UTC. */
    private static final String DAY = "2025-06-11T";

    private final String domain = Facts.freshDomain().value();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    TicketFacts follower;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    MergedCases merged;

    @Autowired
    Reception reception;

    @Autowired
    Directory directory;

    private Center center;

    @BeforeEach
    void find() {
        center = Center.at(port);
    }

    @Test
    void answersAndResolutionsAreMeasuredByTheClockAndInBusinessTime() {
        opened(DAY + "14:30:00Z", DAY + "15:00:00Z", "2025-06-12T08:30:00Z", null);
        opened(DAY + "08:00:00Z", DAY + "08:10:00Z", DAY + "09:00:00Z", null);
        opened(DAY + "08:00:00Z", "2025-06-12T07:40:00Z", null, null);

        JsonNode row = one("from=2025-06-11&to=2025-06-12");
        assertThat(numbers(row, "opened", "answered", "resolved", "open")).containsExactly(3, 3, 2, 1);
        assertThat(numbers(row, "firstResponseMedianSeconds", "firstResponseP90Seconds"))
                .containsExactly(1800, 85_200);
        assertThat(numbers(row, "firstResponseMedianBusinessSeconds", "firstResponseP90BusinessSeconds"))
                .containsExactly(1800, 27_600);
        assertThat(numbers(row, "resolutionMedianSeconds", "resolutionP90Seconds"))
                .containsExactly(3600, 64_800);
        assertThat(numbers(row, "resolutionMedianBusinessSeconds", "resolutionP90BusinessSeconds"))
                .containsExactly(3600, 7200);
    }

    @Test
    void theBacklogAtTheEndOfADayIsToldByItsAge() {
        opened("2025-04-01T10:00:00Z", null, null, null);
        opened("2025-06-06T10:00:00Z", null, "2025-06-12T10:00:00Z", null);
        opened("2025-06-09T10:00:00Z", null, null, null);
        opened(DAY + "10:00:00Z", null, null, null);
        opened(DAY + "10:00:00Z", null, DAY + "11:00:00Z", null);

        List<JsonNode> days = tickets("from=2025-06-11&to=2025-06-13&interval=day");
        assertThat(days).extracting(day -> day.path("backlog").asInt()).containsExactly(4, 3);
        JsonNode ages = days.getFirst().path("backlogAges");
        assertThat(numbers(ages, "under-1-day", "under-3-days", "under-7-days", "under-30-days", "older"))
                .containsExactly(1, 1, 1, 0, 1);
        assertThat(days.getLast().path("opened").asInt()).isZero();
        assertThat(days.getLast().path("firstResponseMedianSeconds").isNull()).isTrue();
    }

    @Test
    void whileItWasResolvedACaseWasInNoBacklogEvenIfItWasOpenedAgainLater() {
        UUID again = opened("2025-06-09T10:00:00Z", null, null, null);
        turned(again, "2025-06-10T10:00:00Z", true);
        turned(again, "2025-06-12T10:00:00Z", false);

        List<JsonNode> days = tickets("from=2025-06-09&to=2025-06-13&interval=day");
        assertThat(days).extracting(day -> day.path("backlog").asInt()).containsExactly(1, 1);
        assertThat(days)
                .extracting(day -> day.path("to").asString())
                .containsExactly("2025-06-09T23:00:00Z", "2025-06-12T23:00:00Z");
        assertThat(days.getFirst().path("reopened").asInt()).isEqualTo(1);
    }

    @Test
    void aCaseIsSolvedByItsFirstContactWhenNobodyComesAgainInSevenDays() {
        UUID person = UUID.randomUUID();
        UUID solved = opened(DAY + "08:00:00Z", null, DAY + "09:00:00Z", person);
        contact(solved, DAY + "08:00:00Z");
        UUID came = opened(DAY + "08:00:00Z", null, DAY + "09:00:00Z", UUID.randomUUID());
        contact(came, DAY + "08:00:00Z");
        contact(came, "2025-06-17T08:00:00Z");
        UUID later = opened(DAY + "08:00:00Z", null, DAY + "09:00:00Z", UUID.randomUUID());
        contact(later, DAY + "08:00:00Z");
        contact(later, "2025-06-19T08:00:00Z");
        UUID nobody = opened(DAY + "08:00:00Z", null, DAY + "09:00:00Z", null);
        contact(nobody, DAY + "08:00:00Z");

        JsonNode row = one("from=2025-06-11&to=2025-06-12");
        assertThat(numbers(row, "firstContactCases", "firstContactSolved", "firstContactProvisional"))
                .containsExactly(3, 2, 0);
        assertThat(row.path("firstContactResolution").asDouble()).isEqualTo(2.0 / 3);
        assertThat(numbers(row, "firstContactAnonymousCases", "firstContactAnonymousSolved"))
                .containsExactly(1, 1);

        UUID other = opened("2025-06-14T08:00:00Z", null, null, person);
        contact(other, "2025-06-14T08:00:00Z");
        assertThat(one("from=2025-06-11&to=2025-06-12")
                        .path("firstContactSolved")
                        .asInt())
                .as("the same person came about the same domain")
                .isEqualTo(1);
    }

    @Test
    void untilTheSevenDaysHavePassedItIsProvisional() {
        Instant now = Instant.now();
        UUID fresh = opened(
                now.minusSeconds(600).toString(), null, now.minusSeconds(60).toString(), UUID.randomUUID());
        contact(fresh, now.minusSeconds(600).toString());

        JsonNode row = one("from=" + now.minusSeconds(3600).truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + "&to="
                + now.plusSeconds(60).truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        assertThat(numbers(row, "firstContactCases", "firstContactSolved", "firstContactProvisional"))
                .containsExactly(1, 1, 1);
    }

    @Test
    void aCaseThatIsWorkedOnIsFollowedWithItsContactsAndItsTurns() {
        Instant now = Columns.now(java.time.Clock.systemUTC());
        PersonId person =
                directory.meet(new EmailAddress(UUID.randomUUID() + "@example.ma"), Optional.empty(), Language.FR);
        ContactId contact = reception.welcome(new Approach(
                Channel.MAIL,
                UUID.randomUUID().toString(),
                Optional.of(person),
                new DomainCode(domain),
                Language.FR,
                now));
        reception.queued(contact, new DomainCode(domain), Language.FR, now);
        Ticket ticket = helpdesk.open(
                new NewTicket(
                        "Suivi",
                        Channel.MAIL,
                        new DomainCode(domain),
                        Language.FR,
                        Priority.NORMAL,
                        Optional.of(person),
                        Optional.empty()),
                Optional.empty());
        helpdesk.link(ticket.id(), contact);
        String today = "from=" + now.minusSeconds(3600).truncatedTo(ChronoUnit.SECONDS) + "&to="
                + now.plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);

        change(ticket, TicketState.RESOLVED);
        follower.follow();
        assertThat(numbers(one(today), "opened", "resolved", "reopened", "backlog", "firstContactSolved"))
                .containsExactly(1, 1, 0, 0, 1);

        change(ticket, TicketState.OPEN);
        follower.follow();
        assertThat(numbers(one(today), "opened", "resolved", "reopened", "backlog", "firstContactCases"))
                .containsExactly(1, 0, 1, 1, 0);
    }

    @Test
    void casesThatBecameOneCountOnceAndTheirWaitBeganWithTheFirst() {
        Instant now = Columns.now(java.time.Clock.systemUTC());
        PersonId person =
                directory.meet(new EmailAddress(UUID.randomUUID() + "@example.ma"), Optional.empty(), Language.FR);
        Ticket first = asked(person);
        Ticket second = asked(person);
        database.sql("update ticket set created_at = ? where id = ?")
                .params(Columns.utc(now.minusSeconds(1800)), first.id().value())
                .update();
        follower.follow();
        String today = "from=" + now.minusSeconds(3600).truncatedTo(ChronoUnit.SECONDS) + "&to="
                + now.plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        assertThat(numbers(one(today), "opened", "backlog")).containsExactly(2, 2);

        merged.merge(first.id(), second.id(), DemoStaff.id("advisor"));
        helpdesk.reply(second.id(), DemoStaff.id("advisor"), "Voici.", List.of());
        follower.follow();

        JsonNode row = one(today);
        assertThat(numbers(row, "opened", "answered", "resolved", "reopened", "backlog"))
                .containsExactly(1, 1, 0, 0, 1);
        assertThat(row.path("firstResponseMedianSeconds").asInt()).isBetween(1800, 1900);
        assertThat(database.sql("select count(*) from case_contact where ticket_id = ?")
                        .param(second.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        merged.split(first.id(), DemoStaff.id("advisor"));
        follower.follow();
        assertThat(numbers(one(today), "opened", "answered", "backlog")).containsExactly(2, 1, 2);
    }

    private Ticket asked(PersonId person) {
        Instant now = Columns.now(java.time.Clock.systemUTC());
        DomainCode about = new DomainCode(domain);
        ContactId contact = reception.welcome(
                new Approach(Channel.MAIL, UUID.randomUUID().toString(), Optional.of(person), about, Language.FR, now));
        reception.queued(contact, about, Language.FR, now);
        Ticket ticket = helpdesk.open(
                new NewTicket(
                        "Suivi",
                        Channel.MAIL,
                        about,
                        Language.FR,
                        Priority.NORMAL,
                        Optional.of(person),
                        Optional.empty()),
                Optional.empty());
        helpdesk.link(ticket.id(), contact);
        return ticket;
    }

    private void change(Ticket ticket, TicketState state) {
        helpdesk.change(
                ticket.id(), TicketChange.to(state), helpdesk.get(ticket.id()).version(), Optional.empty());
    }

    @Test
    void casesAreToldApartByWhateverIsAsked() {
        opened(DAY + "08:00:00Z", null, null, null);

        assertThat(tickets("from=2025-06-11&to=2025-06-12&by=channel"))
                .extracting(row -> row.path("value").asString())
                .containsExactly("mail");
        assertThat(tickets("from=2025-06-11&to=2025-06-12&by=language"))
                .extracting(row -> row.path("value").asString())
                .containsExactly("fr");
        assertThat(center.get("/api/metrics/tickets?by=moon").status()).isEqualTo(400);
    }

    private UUID opened(String at, @Nullable String answered, @Nullable String resolved, @Nullable UUID requester) {
        UUID id = UUID.randomUUID();
        database.sql("""
            insert into ticket_fact (ticket_id, domain, channel, language, requester_id, state, created_at,
              first_response_at, resolved_at, updated_at, version)
            values (?, ?, 'MAIL', 'FR', ?, ?, ?, ?, ?, ?, 0)\
            """)
                .params(Arrays.asList(
                        id,
                        domain,
                        requester,
                        resolved == null ? "OPEN" : "RESOLVED",
                        utc(at),
                        answered == null ? null : utc(answered),
                        resolved == null ? null : utc(resolved),
                        utc(at)))
                .update();
        return id;
    }

    private void turned(UUID ticket, String at, boolean finished) {
        database.sql("insert into case_turn (ticket_id, at, finished) values (?, ?, ?)")
                .params(ticket, utc(at), finished)
                .update();
    }

    private void contact(UUID ticket, String at) {
        database.sql("insert into case_contact (ticket_id, contact_id, at) values (?, ?, ?)")
                .params(ticket, UUID.randomUUID(), utc(at))
                .update();
    }

    private static Object utc(String at) {
        return Columns.utc(Instant.parse(at));
    }

    private JsonNode one(String query) {
        List<JsonNode> rows = tickets(query);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private List<JsonNode> tickets(String query) {
        return center.get("/api/metrics/tickets?" + query + "&domain=" + domain)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<Integer> numbers(JsonNode row, String... names) {
        return Arrays.stream(names).map(name -> row.path(name).asInt()).toList();
    }
}
