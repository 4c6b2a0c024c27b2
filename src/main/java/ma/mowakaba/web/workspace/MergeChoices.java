package ma.mowakaba.web.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        Optional<PersonCard> card = part.requester().map(directory::card);
        Map<TicketId, Ticket> found = new LinkedHashMap<>();
        Stream.concat(part.requester().stream(), associates(part, card).stream())
                .distinct()
                .flatMap(person -> helpdesk.openCasesOf(person).stream())
                .filter(other -> other.mergedInto().isEmpty() && !other.id().equals(part.id()))
                .forEach(other -> found.putIfAbsent(other.id(), other));
        return found.values().stream().limit(MOST).map(this::side).toList();
    }

    Look look(Ticket part, Ticket whole) {
        boolean known = part.requester().isPresent() && whole.requester().isPresent();
        return new Look(side(part), side(whole), known && !part.requester().equals(whole.requester()), !known);
    }

    private List<PersonId> associates(Ticket part, Optional<PersonCard> card) {
        List<String> associations = Stream.concat(
                        part.association().stream(),
                        card.stream().flatMap(one -> one.mandates().stream()).map(PersonCard.Mandate::associationName))
                .distinct()
                .toList();
        List<PersonId> persons = new ArrayList<>();
        for (String association : associations) {
            directory.search(association, MOST_PERSONS).stream()
                    .filter(person -> person.mandates().stream()
                            .anyMatch(mandate -> mandate.associationName().equals(association)))
                    .map(PersonCard::id)
                    .forEach(persons::add);
        }
        return persons;
    }

    private Side side(Ticket ticket) {
        return new Side(
                ticket,
                ticket.requester().map(names::person).orElse(""),
                ticket.association().orElse(""));
    }
}
