package ma.mowakaba.web.supervisor;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.routing.Router;
import ma.mowakaba.routing.RoutingEvent;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.stereotype.Component;

/** Who waits now, by domain and language: numbers only. */
@Component
public class NowPart implements SharedPart {

    private final Router router;

    NowPart(Router router) {
        this.router = router;
    }

    /** @param byChannel how many wait on each channel that anybody waits on */
    public record Now(int total, List<Line> lines, List<Count> byChannel) {}

    /** One domain and language that somebody waits for. */
    public record Line(DomainCode domain, String name, Language language, String tongue, int count, Instant oldest) {}

    public record Count(String channel, long count) {}

    private record Key(DomainCode domain, Language language) {}

    @Override
    public String name() {
        return "now";
    }

    @Override
    public Audience audience() {
        return Audience.FIGURES;
    }

    @Override
    public boolean movedBy(Object event) {
        return event instanceof RoutingEvent;
    }

    @Override
    public Now content(Words words) {
        List<Router.Queue> queues = router.queues();
        Map<Key, List<Router.Queue>> grouped =
                queues.stream().collect(Collectors.groupingBy(one -> new Key(one.domain(), one.language())));
        Map<Channel, Long> channels = queues.stream()
                .collect(Collectors.groupingBy(
                        Router.Queue::channel, TreeMap::new, Collectors.summingLong(Router.Queue::waiting)));
        return new Now(
                waiting(queues),
                grouped.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue(), words))
                        .sorted(Comparator.comparing(Line::oldest))
                        .toList(),
                channels.entrySet().stream()
                        .map(entry -> new Count(entry.getKey().code(), entry.getValue()))
                        .toList());
    }

    private static Line line(Key key, List<Router.Queue> queues, Words words) {
        Instant oldest = queues.stream()
                .map(Router.Queue::oldest)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Line(
                key.domain(),
                words.domain(key.domain()),
                key.language(),
                words.tongue(key.language()),
                waiting(queues),
                oldest);
    }

    private static int waiting(List<Router.Queue> queues) {
        return queues.stream().mapToInt(Router.Queue::waiting).sum();
    }
}
