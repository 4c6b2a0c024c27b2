package ma.mowakaba.web.workspace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.mail.MailTemplates;
import ma.mowakaba.mail.MailTemplates.Kind;
import ma.mowakaba.mail.MailTemplates.Placeholder;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketId;
import ma.mowakaba.ticket.TimelineEntry;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;

/** What the requester and the center said to each other, as the requester may read it: when, who, by which way, in which words. */
@Component
class Transcripts {

    private final CaseViews cases;
    private final Names names;
    private final MailTemplates templates;
    private final PartsOfCases parts;

    Transcripts(CaseViews cases, Names names, MailTemplates templates, PartsOfCases parts) {
        this.parts = parts;
        this.cases = cases;
        this.names = names;
        this.templates = templates;
    }

    /**
     * @param his words in the requester's language
     * @throws Problem INVALID {@code transcript.empty} when nobody said anything
     */
    String of(Ticket ticket, Words his) {
        Set<TicketId> readable = parts.readable(ticket);
        List<TimelineEntry.Message> said = cases.entries(ticket).stream()
                .filter(TimelineEntry.Message.class::isInstance)
                .map(TimelineEntry.Message.class::cast)
                .filter(message -> !message.automatic() && readable.contains(message.ticket()))
                .toList();
        if (said.isEmpty()) {
            throw Problem.invalid("transcript.empty");
        }
        Map<Placeholder, String> values = MailTemplates.values();
        values.put(Placeholder.NUMBER, ticket.number().value());
        values.put(Placeholder.SUBJECT, ticket.subject());
        return templates.fill(Kind.TRANSCRIPT, ticket.language(), values) + "\n\n"
                + said.stream().map(message -> entry(message, his)).collect(Collectors.joining("\n\n"));
    }

    private String entry(TimelineEntry.Message message, Words his) {
        String who = message.direction() == TimelineEntry.Direction.IN
                ? message.from()
                : message.author().map(names::colleague).orElseGet(() -> his.say("web.timeline.center"));
        String head = his.moment(message.at()) + " · "
                + his.say("channel." + message.channel().code()) + " · " + who;
        return head + "\n" + message.text().strip();
    }
}
