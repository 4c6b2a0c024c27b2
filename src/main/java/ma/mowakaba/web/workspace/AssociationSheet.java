package ma.mowakaba.web.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.mowakaba.directory.AssociationCard;
import ma.mowakaba.directory.AssociationId;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonCard;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is known of an association: where it is, who speaks for it and how he is reached, what they are waiting for. */
@Controller
class AssociationSheet {

    private static final int MOST_PEOPLE = 8;
    private static final int MOST_CASES = 8;

    private final Directory directory;
    private final Helpdesk helpdesk;

    AssociationSheet(Directory directory, Helpdesk helpdesk) {
        this.directory = directory;
        this.helpdesk = helpdesk;
    }

    /** Somebody who speaks for it. @param role as in {@link PersonCard.Mandate} */
    record Speaker(String name, String role, List<String> numbers, List<String> addresses) {}

    @GetMapping("/associations/{id}")
    String show(@PathVariable UUID id, Model model) {
        AssociationCard card = directory.association(new AssociationId(id));
        List<AssociationCard.Speaker> people =
                card.people().stream().limit(MOST_PEOPLE).toList();
        Map<PersonId, PersonCard> cards = directory.cards(
                people.stream().map(AssociationCard.Speaker::person).collect(Collectors.toSet()));
        model.addAttribute("association", card);
        model.addAttribute(
                "people",
                people.stream()
                        .flatMap(one -> Optional.ofNullable(cards.get(one.person())).stream()
                                .map(known -> speaker(known, one.role())))
                        .toList());
        model.addAttribute("cases", cases(people));
        return "workspace/association";
    }

    private List<Ticket> cases(List<AssociationCard.Speaker> people) {
        return people.stream()
                .map(AssociationCard.Speaker::person)
                .distinct()
                .flatMap(person -> helpdesk.openCasesOf(person).stream())
                .limit(MOST_CASES)
                .toList();
    }

    private static Speaker speaker(PersonCard card, String role) {
        return new Speaker(
                ContactLabels.name(card),
                role,
                card.phones().stream().map(phone -> phone.national()).toList(),
                card.emails().stream().map(email -> email.value()).toList());
    }
}
