package ma.mowakaba.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.metrics.Scoreboard;
import ma.mowakaba.metrics.Scoreboard.By;
import ma.mowakaba.web.api.MetricsJson.AdvisorRow;
import ma.mowakaba.web.api.MetricsJson.ContactRow;
import ma.mowakaba.web.api.MetricsJson.QueueRow;
import ma.mowakaba.web.api.MetricsJson.Rows;
import ma.mowakaba.web.api.MetricsJson.TicketRow;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures, and the contacts behind them; as JSON or, asked with {@code Accept: text/csv}, as CSV. */
@RestController
@RequestMapping("/api/metrics")
class MetricsApi {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final Scoreboard scoreboard;
    private final Period period;
    private final Reader reader;

    MetricsApi(Scoreboard scoreboard, Period period, Reader reader) {
        this.scoreboard = scoreboard;
        this.period = period;
        this.reader = reader;
    }

    @GetMapping("/queues")
    Rows<QueueRow> queues(@ParameterObject Period.Asked asked) {
        return rows(queueRows(asked));
    }

    @GetMapping(path = "/queues", produces = CSV)
    String queuesAsCsv(@ParameterObject Period.Asked asked) {
        return Csv.of(QueueRow.class, queueRows(asked));
    }

    /**
     * @param figure {@code offered} when it is left out, else {@code answered}, {@code abandoned}, {@code waiting-now} …
     * @param outcome only those that ended so, as in {@code ends}
     */
    @GetMapping({"/contacts", "/queues/contacts"})
    Rows<ContactRow> contacts(
            @ParameterObject Period.Asked asked,
            @RequestParam(defaultValue = "offered") String figure,
            @RequestParam Optional<String> outcome,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "50") int size) {
        Page<ContactRow> page = scoreboard
                .contacts(period.question(asked), MetricsJson.counted(figure, outcome), new Page.Request(cursor, size))
                .map(ContactRow::of);
        return new Rows<>(page.items(), page.next());
    }

    @GetMapping(
            path = {"/contacts", "/queues/contacts"},
            produces = CSV)
    String contactsAsCsv(
            @ParameterObject Period.Asked asked,
            @RequestParam(defaultValue = "offered") String figure,
            @RequestParam Optional<String> outcome) {
        var all = new java.util.ArrayList<ContactRow>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = scoreboard.contacts(
                    period.question(asked), MetricsJson.counted(figure, outcome), new Page.Request(cursor, 200));
            page.items().stream().map(ContactRow::of).forEach(all::add);
            cursor = page.next();
        } while (cursor.isPresent());
        return Csv.of(ContactRow.class, all);
    }

    /** Observers of the ministry see figures, never names. */
    @GetMapping("/advisors")
    Rows<AdvisorRow> advisors(@ParameterObject Period.Asked asked) {
        return rows(advisorRows(asked));
    }

    @GetMapping(path = "/advisors", produces = CSV)
    String advisorsAsCsv(@ParameterObject Period.Asked asked) {
        return Csv.of(AdvisorRow.class, advisorRows(asked));
    }

    /** @param by {@code all}, {@code domain}, {@code channel}, {@code language} or {@code advisor} */
    @GetMapping("/tickets")
    Rows<TicketRow> tickets(@ParameterObject Period.Asked asked, @RequestParam(defaultValue = "all") String by) {
        return rows(ticketRows(asked, by));
    }

    @GetMapping(path = "/tickets", produces = CSV)
    String ticketsAsCsv(@ParameterObject Period.Asked asked, @RequestParam(defaultValue = "all") String by) {
        return Csv.of(TicketRow.class, ticketRows(asked, by));
    }

    private List<QueueRow> queueRows(Period.Asked asked) {
        return scoreboard.queues(period.question(asked)).stream()
                .map(QueueRow::of)
                .toList();
    }

    private List<AdvisorRow> advisorRows(Period.Asked asked) {
        boolean named = reader.mayKnowNames();
        return scoreboard.advisors(period.question(asked)).stream()
                .map(row -> AdvisorRow.of(row, named))
                .toList();
    }

    private List<TicketRow> ticketRows(Period.Asked asked, String by) {
        try {
            return scoreboard.tickets(period.question(asked), By.valueOf(by.toUpperCase(Locale.ROOT))).stream()
                    .map(TicketRow::of)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("metrics.parameter", by);
        }
    }

    private static <T> Rows<T> rows(List<T> rows) {
        return new Rows<>(rows, Optional.empty());
    }
}
