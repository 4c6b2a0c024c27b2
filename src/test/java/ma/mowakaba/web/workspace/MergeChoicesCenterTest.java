package ma.mowakaba.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.directory.AssociationId;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.NewTicket;
import ma.mowakaba.ticket.Ticket;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which cases are offered to become one with another. */
@CenterTest
class MergeChoicesCenterTest {

    private final String name = "Association Tissir " + UUID.randomUUID();

    @Autowired
    MergeChoices choices;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Directory directory;

    @Test
    void theRequestersOwnComeFirstThenThoseOfWhoeverSpeaksForHisAssociationsAndNoOthers() {
        AssociationId association = directory.found(name, "Fès", Optional.empty());
        PersonId driss = speaker(association, "president");
        PersonId salma = speaker(association, "treasurer");
        PersonId stranger = speaker(directory.found(name + " Sud", "Fès", Optional.empty()), "president");
        Ticket hers = open(salma, Optional.empty());
        open(stranger, Optional.empty());
        Ticket his = open(driss, Optional.empty());
        Ticket part = open(driss, Optional.empty());

        assertThat(choices.of(part))
                .extracting(side -> side.ticket().number())
                .containsExactly(his.number(), hers.number());
    }

    @Test
    void anAssociationThatTheCaseNamesIsEnough() {
        Ticket hers = open(speaker(directory.found(name, "Fès", Optional.empty()), "president"), Optional.empty());
        Ticket part = open(directory.meet(Optional.of("Driss"), Language.FR), Optional.of(name));

        assertThat(choices.of(part)).extracting(side -> side.ticket().number()).containsExactly(hers.number());
    }

    private PersonId speaker(AssociationId association, String role) {
        PersonId person = directory.meet(Optional.of(role), Language.FR);
        directory.mandate(person, association, role);
        return person;
    }

    private Ticket open(PersonId requester, Optional<String> association) {
        return helpdesk.open(
                new NewTicket(
                        "Subvention",
                        Channel.MAIL,
                        new DomainCode("funding"),
                        Language.FR,
                        Priority.NORMAL,
                        Optional.of(requester),
                        association),
                Optional.empty());
    }
}
