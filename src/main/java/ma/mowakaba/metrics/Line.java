package ma.mowakaba.metrics;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.metrics.Intervals.Span;
import ma.mowakaba.metrics.Scoreboard.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many waited at the end of each interval, whenever they had come. */
@Component
class Line {

    private final JdbcClient database;

    Line(JdbcClient database) {
        this.database = database;
    }

    Map<Span, Map<Queue, Long>> at(Question question, List<Span> spans) {
        Map<Span, Map<Queue, Long>> waiting = new HashMap<>();
        Period.ask(
                        database,
                        "select queued_at, left_line_at, channel, domain, language from contact_fact where left_line_at"
                                + " >= :end and queued_at < :to" + Period.NARROWED,
                        question)
                .param("end", Columns.utc(spans.getFirst().to()))
                .query(row -> {
                    Queue queue = Queue.read(row);
                    Instant came = Columns.instant(row, "queued_at");
                    Instant left = Columns.instant(row, "left_line_at");
                    spans.stream()
                            .dropWhile(span -> !came.isBefore(span.to()))
                            .takeWhile(span -> !left.isBefore(span.to()))
                            .forEach(span -> waiting.computeIfAbsent(span, end -> new HashMap<>())
                                    .merge(queue, 1L, Long::sum));
                });
        return waiting;
    }
}
