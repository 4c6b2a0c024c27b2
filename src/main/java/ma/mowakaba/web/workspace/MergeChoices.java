package ma.mowakaba.web.workspace;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ma.mowakaba.directory.AssociationCard;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonCard;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketId;
import org.springframework.stereotype.Component;

/** Cases that may be about the same: the other open ones of the requester, and of people who speak for his associations. */
@Component
class MergeChoices {

    private static final int MOST = 8;
    private static final int MOST_PERSONS = 20;

    private final Helpdesk helpdesk;
    private final Directory directory;
    private final Names names;

    MergeChoices(Helpdesk helpdesk, Directory directory, Names names) {
        this.helpdesk = helpdesk;
        this.directory = directory;
        this.names = names;
    }

    /** One case of the two. @param who empty when nobody knows him */
    record Side(Ticket ticket, String who, String association) {}

    /**
     * Both, before they become one.
     *
     * @param others whether two people ask in them, as far as is known
     * @param unknown whether nobody knows who asks in one of them
     */
    record Look(Side part, Side whole, boolean others, boolean unknown) {}

    /** @return the requester's first, each once */
    List<Side> of(Ticket part) {
        Set<TicketId> known = new HashSet<>(Set.of(part.id()));
        return Stream.concat(part.requester().stream(), associates(part))
                .distinct()
                .flatMap(person -> helpdesk.openCasesOf(person).stream())
                .filter(other -> other.mergedInto().isEmpty() && known.add(other.id()))
                .limit(MOST)
                .map(this::side)
                .toList();
    }

    Look look(Ticket part, Ticket whole) {
        boolean known = part.requester().isPresent() && whole.requester().isPresent();
        return new Look(side(part), side(whole), known && !part.requester().equals(whole.requester()), !known);
    }

    private Stream<PersonId> associates(Ticket part) {
        return Stream.concat(
                        directory.associationsNamed(part.association().stream().toList()).keySet().stream(),
                        part.requester().stream()
                                .flatMap(person -> directory.card(person).mandates().stream())
                                .map(PersonCard.Mandate::association))
                .distinct()
                .flatMap(association ->
                        directory.association(association).people().stream().limit(MOST_PERSONS))
                .map(AssociationCard.Speaker::person);
    }

    private Side side(Ticket ticket) {
        return new Side(
                ticket,
                ticket.requester().map(names::person).orElse(""),
                ticket.association().orElse(""));
    }
}
