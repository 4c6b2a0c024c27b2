package ma.mowakaba.web.workspace;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.MergedCases;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketId;
import ma.mowakaba.ticket.TicketNumber;
import org.springframework.stereotype.Component;

/** Which cases a case is made of, whose they are, and who may be answered or told in it. */
@Component
class PartsOfCases {

    private final MergedCases merged;
    private final Helpdesk helpdesk;
    private final Names names;

    PartsOfCases(MergedCases merged, Helpdesk helpdesk, Names names) {
        this.merged = merged;
        this.helpdesk = helpdesk;
        this.names = names;
    }

    Parts of(Ticket whole) {
        List<Ticket> parts = merged.parts(List.of(whole.id())).getOrDefault(whole.id(), List.of());
        return new Parts(parts.stream()
                .map(part -> new Parts.Part(part, who(part), !part.requester().equals(whole.requester())))
                .toList());
    }

    /** @return the number of the case that is worked on in its place; empty when it is that */
    String instead(Ticket ticket) {
        return ticket.mergedInto()
                .map(any -> helpdesk.surviving(ticket.id()).number().value())
                .orElse("");
    }

    /**
     * Whom an answer is for.
     *
     * @param number of the case itself or one of its parts; empty for itself
     * @throws Problem NOT_FOUND {@code ticket.unknown} when it is neither
     */
    TicketId answered(Ticket whole, String number) {
        return Stream.concat(
                        Stream.of(whole),
                        merged.parts(List.of(whole.id())).getOrDefault(whole.id(), List.of()).stream())
                .filter(one -> number.isEmpty() || one.number().equals(new TicketNumber(number)))
                .findFirst()
                .map(Ticket::id)
                .orElseThrow(() -> Problem.notFound("ticket.unknown"));
    }

    /** @return the cases in which its requester may read what was said, itself among them: not those of others that are parts of his */
    Set<TicketId> readable(Ticket ticket) {
        return merged.talk(ticket.id()).keySet();
    }

    private String who(Ticket part) {
        return part.requester().map(names::person).orElse("");
    }
}
