package ma.mowakaba.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.metrics.Scoreboard.AdvisorFigures;
import ma.mowakaba.metrics.Scoreboard.Question;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what each advisor did. Log-ins and pauses are in no denominator; time with several chats at once counts once. */
@Component
class AdvisorCount {

    /** Some time of one advisor. @param complete whether it is over */
    private record Part(UUID advisor, Stretch time, boolean complete) {}

    private final JdbcClient database;
    private final Accounts accounts;
    private final Clock clock;

    AdvisorCount(JdbcClient database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    List<AdvisorFigures> of(Question question) {
        Map<UUID, List<Part>> handled = byAdvisor(handling(question));
        Map<UUID, List<Part>> present = byAdvisor(availability(question));
        var names =
                accounts.all().stream().collect(Collectors.toMap(one -> one.id().value(), Advisor::name));
        var advisors = new TreeMap<String, UUID>();
        java.util.stream.Stream.concat(handled.keySet().stream(), present.keySet().stream())
                .forEach(id -> advisors.put(names.getOrDefault(id, "") + " " + id, id));
        return advisors.values().stream()
                .map(id -> figures(
                        id,
                        names.getOrDefault(id, ""),
                        handled.getOrDefault(id, List.of()),
                        cut(present.getOrDefault(id, List.of()), question),
                        question))
                .toList();
    }

    private static AdvisorFigures figures(
            UUID advisor, String name, List<Part> contacts, List<Stretch> available, Question question) {
        List<Stretch> busy = cut(contacts, question);
        Duration handling = Stretch.covered(busy);
        Duration free = Stretch.coveredOnlyBy(available, busy);
        List<Part> own =
                contacts.stream().filter(part -> begunIn(part, question)).toList();
        var each = new Waits();
        own.stream()
                .filter(Part::complete)
                .forEach(part -> each.add(
                        Duration.between(part.time().from(), part.time().to()).toNanos() / 1_000));
        return new AdvisorFigures(
                new StaffId(advisor),
                name,
                own.size(),
                handling,
                free,
                ServiceLevel.ratio(handling.toSeconds(), handling.plus(free).toSeconds()),
                each.mean());
    }

    private static boolean begunIn(Part part, Question question) {
        return !part.time().from().isBefore(question.from())
                && part.time().from().isBefore(question.to());
    }

    private static List<Stretch> cut(List<Part> parts, Question question) {
        return parts.stream()
                .flatMap(part -> part.time().within(question.from(), question.to()).stream())
                .toList();
    }

    private static Map<UUID, List<Part>> byAdvisor(List<Part> parts) {
        return parts.stream().collect(Collectors.groupingBy(Part::advisor));
    }

    private List<Part> handling(Question question) {
        return database.sql("""
            select answered_by as advisor_id, answered_at as since, ended_at as left_at from contact_fact
            where answered_at < :to and (ended_at is null or ended_at >= :from)
              and (:domain is null or domain = :domain) and (:channel is null or channel = :channel)\
            """)
                .param("from", Columns.utc(question.from()))
                .param("to", Columns.utc(question.to()))
                .param("domain", question.domain().map(DomainCode::value).orElse(null))
                .param("channel", question.channel().map(Channel::name).orElse(null))
                .query(this::part)
                .list();
    }

    private List<Part> availability(Question question) {
        return database.sql("""
            select advisor_id, since, left_at from presence_fact
            where state = 'AVAILABLE' and since < :to and (left_at is null or left_at >= :from)\
            """)
                .param("from", Columns.utc(question.from()))
                .param("to", Columns.utc(question.to()))
                .query(this::part)
                .list();
    }

    private Part part(ResultSet row, int number) throws SQLException {
        Instant since = Columns.instant(row, "since");
        Optional<Instant> until = Columns.maybeInstant(row, "left_at");
        return new Part(
                Columns.uuid(row, "advisor_id"),
                new Stretch(since, until.orElseGet(clock::instant)),
                until.isPresent());
    }
}
