package ma.mowakaba.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page;

/** Door of the module: the figures, and the contacts behind each of them. A contact belongs to the interval of its queue entry. */
public interface Scoreboard {

    enum Interval {
        HOUR,
        DAY,
        TOTAL
    }

    record Question(
            Instant from, Instant to, Interval interval, Optional<DomainCode> domain, Optional<Channel> channel) {}

    List<QueueFigures> queues(Question question);

    /** @return exactly the contacts that {@link #queues} counted for the same question */
    Page<CountedContact> contacts(Question question, Page.Request page);

    /** One row per interval and queue; every ratio is empty when nobody came. */
    record QueueFigures(
            Instant from,
            Instant to,
            DomainCode domain,
            Language language,
            Channel channel,
            long offered,
            long answered,
            long abandoned,
            long shortAbandoned,
            long answeredWithin,
            long abandonedWithin,
            long otherEnds,
            long waitingNow,
            Optional<Double> serviceLevel,
            List<Optional<Double>> serviceLevelVariants,
            Optional<Double> abandonment,
            Optional<Duration> asa,
            Optional<Duration> waitMedian,
            Optional<Duration> waitP90,
            Optional<Duration> waitP95,
            Optional<Duration> aht) {}

    record CountedContact(
            ContactId contact,
            DomainCode domain,
            Language language,
            Channel channel,
            Instant queuedAt,
            Optional<Instant> answeredAt,
            Optional<Instant> endedAt,
            Optional<Outcome> outcome,
            boolean answered,
            boolean abandoned,
            Optional<Duration> waited) {}
}
