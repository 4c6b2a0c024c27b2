package ma.mowakaba.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices an exchange of which nothing is heard any more. Two people who talk for an hour are quiet on every line, so quiet is no sign: a link that
 * is down while the journal stands still is, a shipper that does not speak up is, and a journal that is silent of what the link tells.
 */
@Component
class ExchangeWatch {

    private static final Logger log = LoggerFactory.getLogger(ExchangeWatch.class);
    /** Between an event and its line in the journal, or the other way round. */
    private static final Duration APART = Duration.ofSeconds(5);

    private final Exchanges exchanges;
    private final JournalStore store;
    private final TelephonySettings settings;
    private final Clock clock;
    /** By exchange: the first thing the link told that the journal has not. */
    private final Map<String, Instant> untold = new ConcurrentHashMap<>();

    private volatile List<Switchboard.Silence> silent = List.of();

    ExchangeWatch(
            Exchanges exchanges, JournalStore store, TelephonySettings settings, MeterRegistry meters, Clock clock) {
        this.exchanges = exchanges;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        exchanges
                .all()
                .forEach(node -> meters.gauge(
                        "mowakaba.telephony.silent",
                        Tags.of("exchange", node.name()),
                        this,
                        it -> it.seconds(node.name())));
    }

    List<Switchboard.Silence> silent() {
        return silent;
    }

    @Scheduled(fixedDelayString = "PT10S")
    void look() {
        try {
            Map<String, JournalStore.Heard> journals = store.heard();
            Instant limit = clock.instant().minus(settings.silentAfter());
            report(exchanges.all().stream()
                    .flatMap(node -> silence(node, Optional.ofNullable(journals.get(node.name()))).stream())
                    .filter(silence -> !silence.since().isAfter(limit))
                    .toList());
        } catch (DataAccessException e) {
            log.warn("Whether the exchanges are heard cannot be said: {}", e.toString());
        }
    }

    private void report(List<Switchboard.Silence> now) {
        List<Switchboard.Silence> before = silent;
        silent = now;
        now.stream()
                .filter(silence -> !before.contains(silence))
                .forEach(silence -> log.error(
                        "{} of exchange {} is heard since {}",
                        silence.journalOnly() ? "Nothing of the journal" : "Nothing",
                        silence.exchange(),
                        silence.since()));
        before.stream()
                .filter(silence -> !now.contains(silence))
                .forEach(silence -> log.info("Exchange {} is heard again", silence.exchange()));
    }

    private double seconds(String exchange) {
        return silent.stream()
                .filter(silence -> silence.exchange().equals(exchange))
                .mapToLong(silence ->
                        Duration.between(silence.since(), clock.instant()).toSeconds())
                .max()
                .orElse(0);
    }

    private Optional<Switchboard.Silence> silence(Exchanges.Node node, Optional<JournalStore.Heard> journal) {
        boolean here = !node.site().journal().cel().isBlank();
        Optional<Instant> shipper =
                journal.filter(heard -> heard.shipped() && !here).map(JournalStore.Heard::pieces);
        if (!node.linked()) {
            return shipper.map(since -> new Switchboard.Silence(node.name(), false, since));
        }
        Switchboard.ExchangeState state = node.link().state();
        Instant lines = journal.flatMap(JournalStore.Heard::lines).orElse(Instant.EPOCH);
        if (!state.connected()) {
            return Optional.of(
                    new Switchboard.Silence(node.name(), false, state.since().isAfter(lines) ? state.since() : lines));
        }
        Optional<Instant> behind = here || shipper.isPresent() ? behind(node, lines) : Optional.empty();
        return Stream.concat(shipper.stream(), behind.stream())
                .min(Comparator.naturalOrder())
                .map(since -> new Switchboard.Silence(node.name(), true, since));
    }

    /** @return when the link first told something that the journal does not have */
    private Optional<Instant> behind(Exchanges.Node node, Instant lines) {
        untold.computeIfPresent(node.name(), (name, told) -> told.minus(APART).isBefore(lines) ? null : told);
        node.facts()
                .last()
                .filter(told -> told.minus(APART).isAfter(lines))
                .ifPresent(told -> untold.putIfAbsent(node.name(), told));
        return Optional.ofNullable(untold.get(node.name()));
    }
}
