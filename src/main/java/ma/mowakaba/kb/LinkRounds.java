package ma.mowakaba.kb;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the addresses of articles in small batches, one after the other, on one node at a time. */
@Component
class LinkRounds {

    private final LinkBook book;
    private final LinkCheck check;
    private final DraftReader drafts;
    private final LinkSettings settings;
    private final Clock clock;

    LinkRounds(LinkBook book, LinkCheck check, DraftReader drafts, LinkSettings settings, Clock clock) {
        this.book = book;
        this.check = check;
        this.drafts = drafts;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT30S")
    @SchedulerLock(name = "kb-links")
    void round() {
        if (book.on()) {
            due().forEach(link -> uri(link.address()).ifPresent(uri -> ask(link.address(), uri)));
        }
    }

    private List<LinkWatch.Link> due() {
        List<String> texts = drafts.stored().stream().map(StoredDraft::markdown).toList();
        return book.all(texts).stream()
                .filter(link -> uri(link.address()).filter(settings::allows).isPresent())
                .filter(this::due)
                .limit(settings.batch())
                .toList();
    }

    private boolean due(LinkWatch.Link link) {
        Duration rest = link.result().broken() ? settings.again() : settings.every();
        Instant since = Columns.now(clock).minus(rest);
        return link.checkedAt().filter(at -> at.isAfter(since)).isEmpty();
    }

    private void ask(String address, URI uri) {
        book.note(address, check.ask(uri), Columns.now(clock));
    }

    private static Optional<URI> uri(String address) {
        try {
            return Optional.of(URI.create(address));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
