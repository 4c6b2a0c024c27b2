package ma.mowakaba.web.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.web.Wording;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.Streams;
import ma.mowakaba.web.supervisor.NowPart;
import ma.mowakaba.web.supervisor.PeoplePart;
import ma.mowakaba.web.supervisor.TodayPart;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The wallboard's snapshot for programs: numbers without names. */
@RestController
class LiveApi {

    private final NowPart now;
    private final PeoplePart people;
    private final TodayPart today;
    private final Streams streams;
    private final Wording wording;

    LiveApi(NowPart now, PeoplePart people, TodayPart today, Streams streams, Wording wording) {
        this.now = now;
        this.people = people;
        this.today = today;
        this.streams = streams;
        this.wording = wording;
    }

    /** @param numbers the last number that left on each STOMP destination of the wallboard in this language */
    record Snapshot(
            Map<String, Long> numbers,
            long waiting,
            List<WaitingLine> queues,
            Map<String, Long> advisors,
            List<Figures> today) {}

    record WaitingLine(String domain, String language, long count, Instant oldest) {}

    record Figures(
            String domain,
            String language,
            String channel,
            long offered,
            long answered,
            long abandoned,
            long waiting,
            @Nullable Double serviceLevel,
            @Nullable Long asaSeconds) {}

    @GetMapping("/api/live")
    Snapshot live(Locale locale) {
        Words words = wording.in(Language.of(locale));
        Map<String, Long> numbers = Stream.of("now", "today")
                .map(part -> "/topic/figures/" + words.language().code() + "/" + part)
                .collect(Collectors.toMap(destination -> destination, streams::last, (a, b) -> a, TreeMap::new));
        NowPart.Now waiting = now.content(words);
        PeoplePart.People here = people.content(words);
        Map<String, Long> states = new TreeMap<>();
        here.states().forEach(count -> states.put(count.state(), count.count()));
        states.put("offline", here.offline());
        return new Snapshot(numbers, waiting.total(), lines(waiting), states, figures(words));
    }

    private static List<WaitingLine> lines(NowPart.Now waiting) {
        return waiting.lines().stream()
                .map(line ->
                        new WaitingLine(line.domain().value(), line.language().code(), line.count(), line.oldest()))
                .toList();
    }

    private List<Figures> figures(Words words) {
        return today.content(words).queues().stream()
                .map(row -> new Figures(
                        row.domain().value(),
                        row.language().code(),
                        row.channel().code(),
                        row.offered(),
                        row.answered(),
                        row.abandoned(),
                        row.waitingNow(),
                        row.serviceLevel().orElse(null),
                        row.asa().map(Duration::toSeconds).orElse(null)))
                .toList();
    }
}
