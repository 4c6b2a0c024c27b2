package ma.mowakaba.radar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonCard;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.metrics.Scoreboard;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketFilter;
import ma.mowakaba.ticket.TicketId;
import ma.mowakaba.ticket.TimelineEntry;
import org.springframework.stereotype.Component;

/** What cases ask, who must not be named in it, and what advisors spent on them. */
@Component
class CaseQuestions {

    private static final int PAGE = 100;
    private static final int MOST = 2_000;

    private final Helpdesk helpdesk;
    private final Directory directory;
    private final Scoreboard scoreboard;
    private final RadarSettings settings;
    private final Clock clock;

    CaseQuestions(Helpdesk helpdesk, Directory directory, Scoreboard scoreboard, RadarSettings settings, Clock clock) {
        this.helpdesk = helpdesk;
        this.directory = directory;
        this.scoreboard = scoreboard;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return cases opened since, oldest first; at most some thousand, the rest comes the next time */
    List<Ticket> openedSince(Instant since) {
        TicketFilter all = TicketFilter.everything();
        TicketFilter filter = new TicketFilter(
                Set.of(),
                all.domain(),
                all.language(),
                all.advisor(),
                all.channel(),
                all.requester(),
                all.q(),
                Optional.of(since),
                Optional.of(clock.instant()),
                TicketFilter.Sort.OLDEST);
        List<Ticket> opened = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<Ticket> page = helpdesk.list(filter, new Page.Request(next, PAGE));
            opened.addAll(page.items());
            next = page.next();
        } while (next.isPresent() && opened.size() < MOST);
        return opened;
    }

    /** @return subject and first message; empty where somebody only called, of whom nothing is written */
    Optional<String> question(Ticket ticket) {
        Optional<String> said = entries(ticket.id())
                .filter(entry -> entry instanceof TimelineEntry.Message message && message.heard())
                .map(entry -> ((TimelineEntry.Message) entry).text())
                .findFirst();
        return ticket.channel() == Channel.CALL && said.isEmpty()
                ? Optional.empty()
                : Optional.of(ticket.subject() + "\n" + said.orElse(""));
    }

    /** @return names of the requester and of associations he speaks for */
    List<String> names(TicketId id) {
        Ticket ticket = helpdesk.get(id);
        Optional<PersonCard> card = ticket.requester().map(directory::card);
        return Stream.of(
                        ticket.association().stream(),
                        card.flatMap(PersonCard::name).stream(),
                        card.stream()
                                .flatMap(known -> known.mandates().stream())
                                .map(mandate -> mandate.associationName()))
                .flatMap(names -> names)
                .toList();
    }

    /** @return of calls and chats as counted, of written answers as the settings say */
    Map<TicketId, Duration> work(Set<TicketId> tickets) {
        Map<TicketId, Duration> work = new java.util.HashMap<>(scoreboard.handled(tickets));
        tickets.forEach(ticket -> work.merge(ticket, settings.aLetter().multipliedBy(letters(ticket)), Duration::plus));
        return work;
    }

    LocalDate stillWorkedOn(LocalDate today) {
        return today.minusDays(30);
    }

    private long letters(TicketId ticket) {
        return entries(ticket)
                .filter(entry -> entry instanceof TimelineEntry.Message message
                        && message.direction() == TimelineEntry.Direction.OUT
                        && message.author().isPresent()
                        && (message.channel() == Channel.MAIL || message.channel() == Channel.WEB))
                .count();
    }

    /** What was said in a part is asked there. */
    private Stream<TimelineEntry> entries(TicketId ticket) {
        return helpdesk.timeline(ticket, Page.Request.first(200)).items().stream()
                .filter(entry -> !(entry instanceof TimelineEntry.Message message)
                        || message.ticket().equals(ticket));
    }
}
