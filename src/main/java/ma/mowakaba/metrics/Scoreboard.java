package ma.mowakaba.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketId;

/** Door of the module: the figures, and the contacts behind each of them. A contact belongs to the interval of its queue entry. */
public interface Scoreboard {

    enum Interval {
        HOUR,
        DAY,
        TOTAL
    }

    record Question(
            Instant from,
            Instant to,
            Interval interval,
            Optional<DomainCode> domain,
            Optional<Language> language,
            Optional<Channel> channel) {}

    List<QueueFigures> queues(Question question);

    /** @return exactly the contacts that {@link #queues} counted for the same question */
    Page<CountedContact> contacts(Question question, Page.Request page);

    /** @return exactly the contacts that one figure of {@link #queues} counted for the same question */
    Page<CountedContact> contacts(Question question, Counted counted, Page.Request page);

    /** @return one row for each interval and advisor who had a contact, was given one, or was present */
    List<AdvisorFigures> advisors(Question question);

    /** @return one row for each interval and value: of the cases opened in it, and of those open at its end */
    List<TicketFigures> tickets(Question question, By by);

    /**
     * How long advisors had the calls and chats of each of these cases, after-call work included; cases without any are left out.
     *
     * @param tickets at most some hundred
     */
    Map<TicketId, Duration> handled(Collection<TicketId> tickets);

    /**
     * What a figure of a queue counts.
     *
     * @param outcome only those that ended so, whether or not somebody had answered
     */
    record Counted(Figure figure, Optional<Outcome> outcome) {}

    /** The figures of a queue that count contacts. */
    enum Figure {
        OFFERED,
        ANSWERED,
        ABANDONED,
        SHORT_ABANDONED,
        ANSWERED_WITHIN,
        ABANDONED_WITHIN,
        OTHER_ENDS,
        WAITING_NOW,
        IN_PROGRESS
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
     * An advisor in an interval. Parts of calls and chats count where they began.
     *
     * @param assigned contacts he was given, on any channel
     * @param answered contacts he was the first to answer in the interval, on any channel
     * @param handled calls and chats of which he had a part
     * @param talk his parts that are over, without hold
     * @param hold how long he made the other side wait in them
     * @param afterWork wrap-up that followed them
     * @param aht all three over the parts that are over
     * @param handling time in the interval with at least one contact or its after-call work, whatever the question narrows
     * @param available time in the interval he was available and had none
     * @param occupancy handling over both; empty when he was not there
     * @param presence how long he was in which state
     */
    record AdvisorFigures(
            Instant from,
            Instant to,
            StaffId advisor,
            String name,
            long assigned,
            long answered,
            long handled,
            Duration talk,
            Duration hold,
            Duration afterWork,
            Optional<Duration> aht,
            Duration handling,
            Duration available,
            Optional<Double> occupancy,
            Map<Presence.State, Duration> presence) {}

    /**
     * First answers and resolutions of the cases opened in an interval, by the clock on the wall and in business time.
     *
     * @param open of them, now
     * @param reopened of them, at least once
     * @param backlog cases open at the end of the interval, whenever they were opened
     * @param backlogAges the same by their age, every age named
     */
    record TicketFigures(
            Instant from,
            Instant to,
            String value,
            long opened,
            long answered,
            long resolved,
            long open,
            long reopened,
            Spread firstResponse,
            Spread firstResponseBusiness,
            Spread resolution,
            Spread resolutionBusiness,
            FirstContact firstContact,
            long backlog,
            Map<Age, Long> backlogAges,
            Optional<Duration> oldest) {}

    /**
     * Cases that are resolved, and how many of them by their first contact: no other contact on the case, nor of the same person about
     * the same domain, until seven days after. Where nobody knows who asked only the case itself can tell.
     *
     * @param provisional cases whose seven days have not passed
     * @param share of the cases whose requester is known; empty when there are none
     */
    record FirstContact(
            long cases,
            long solved,
            long provisional,
            long anonymousCases,
            long anonymousSolved,
            Optional<Double> share) {}

    /** How long a case has been open. */
    enum Age {
        UNDER_1_DAY(1),
        UNDER_3_DAYS(3),
        UNDER_7_DAYS(7),
        UNDER_30_DAYS(30),
        OLDER(Integer.MAX_VALUE);

        private final int days;

        Age(int days) {
            this.days = days;
        }

        static Age of(Duration open) {
            return Arrays.stream(values())
                    .filter(age -> open.compareTo(Duration.ofDays(age.days)) < 0)
                    .findFirst()
                    .orElse(OLDER);
        }
    }

    record Spread(Optional<Duration> median, Optional<Duration> p90) {}

    /**
     * One row per interval and queue; every ratio is empty when nobody came.
     *
     * @param ends how they ended, also after an answer
     * @param waitingNow of those who came in the interval
     * @param inProgress of those who were answered
     * @param backlog who waited at the end of the interval, whenever they came
     * @param aht talk, hold and after-call work of all who had the contact; of calls and chats, since nobody knows how long a mail is
     *     worked on
     * @param occupancy of the advisors who had a contact of this queue in the interval, all their work counted
     */
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
            long inProgress,
            long backlog,
            Optional<Double> serviceLevel,
            List<Optional<Double>> serviceLevelVariants,
            Optional<Double> abandonment,
            Optional<Duration> asa,
            Optional<Duration> waitMedian,
            Optional<Duration> waitP90,
            Optional<Duration> waitP95,
            Optional<Duration> aht,
            Optional<Double> occupancy,
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
