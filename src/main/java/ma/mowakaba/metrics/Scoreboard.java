package ma.mowakaba.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.staff.StaffId;

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

    /** @return exactly the contacts that one figure of {@link #queues} counted for the same question */
    Page<CountedContact> contacts(Question question, Figure figure, Page.Request page);

    /** @return one row for each advisor who answered or was present; the interval is not looked at */
    List<AdvisorFigures> advisors(Question question);

    /** @return cases opened in the period, one row for each value; the interval is not looked at */
    List<TicketFigures> tickets(Question question, By by);

    /** The figures of a queue that count contacts. */
    enum Figure {
        OFFERED,
        ANSWERED,
        ABANDONED,
        SHORT_ABANDONED,
        ANSWERED_WITHIN,
        ABANDONED_WITHIN,
        OTHER_ENDS,
        WAITING_NOW
    }

    /** What cases are told apart by. */
    enum By {
        ALL,
        DOMAIN,
        CHANNEL,
        LANGUAGE,
        ADVISOR
    }

    /**
     * @param handling time with at least one contact
     * @param available time he was available and had none
     * @param occupancy handling over both; empty when he was not there
     */
    record AdvisorFigures(
            StaffId advisor,
            String name,
            long answered,
            Duration handling,
            Duration available,
            Optional<Double> occupancy,
            Optional<Duration> aht) {}

    /** First answers and resolutions of cases, by the clock on the wall and in business time. @param open now */
    record TicketFigures(
            String value,
            long opened,
            long answered,
            long resolved,
            long open,
            Optional<Duration> oldestOpen,
            Spread firstResponse,
            Spread firstResponseBusiness,
            Spread resolution,
            Spread resolutionBusiness) {}

    record Spread(Optional<Duration> median, Optional<Duration> p90) {}

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
            Optional<Duration> aht,
            Map<Outcome, Long> ends,
            Duration threshold) {}

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
