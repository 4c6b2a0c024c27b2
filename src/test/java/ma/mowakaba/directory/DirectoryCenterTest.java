package ma.mowakaba.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.mowakaba.CenterTest;
import ma.mowakaba.Fresh;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CenterTest
class DirectoryCenterTest {

    @Autowired
    Directory directory;

    private final String unique = UUID.randomUUID().toString().substring(0, 13);

    private final PhoneNumber phone = new PhoneNumber("+212" + Fresh.mobile().substring(1));

    private final EmailAddress email = new EmailAddress("m-" + unique + "@example.ma");

    @Test
    void aNumberIsThePersonMetUnderIt() {
        assertThat(directory.whoIs(phone)).isEmpty();
        PersonId met = directory.meet(phone, Optional.empty(), Language.AR);

        assertThat(directory.meet(phone, Optional.of("فاطمة الزهراء"), Language.FR))
                .isEqualTo(met);
        PersonCard card = directory.whoIs(phone).orElseThrow();
        assertThat(card.id()).isEqualTo(met);
        assertThat(card.name()).contains("فاطمة الزهراء");
        assertThat(card.language()).isEqualTo(Language.FR);
        assertThat(card.phones()).containsExactly(phone);
    }

    @Test
    void anAddressIsOneWithoutRegardToCase() {
        PersonId met = directory.meet(email, Optional.of("Driss"), Language.FR);

        assertThat(directory.meet(
                        new EmailAddress(email.value().toUpperCase(java.util.Locale.ROOT)),
                        Optional.empty(),
                        Language.FR))
                .isEqualTo(met);
        assertThat(directory.card(met).name()).contains("Driss");
    }

    @Test
    void whatIsLearnedIsAddedAndNothingIsLost() {
        PersonId met = directory.meet(phone, Optional.of("Salma"), Language.FR);
        directory.learn(met, Optional.empty(), Optional.of(email), Optional.empty());

        PersonCard card = directory.whoIs(email).orElseThrow();
        assertThat(card.id()).isEqualTo(met);
        assertThat(card.name()).contains("Salma");
        assertThat(card.emails()).containsExactly(email);
    }

    @Test
    void thirtyWhoMeetOneNumberAtOnceMeetOnePerson() throws Exception {
        List<Callable<PersonId>> meetings = IntStream.range(0, 30)
                .<Callable<PersonId>>mapToObj(i -> () -> directory.meet(phone, Optional.of("N" + i), Language.AR))
                .toList();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream<PersonId> met = many.invokeAll(meetings).stream().map(Future::resultNow);
            assertThat(met.distinct()).hasSize(1);
        }
    }

    @Test
    void anAssociationIsFoundedOnceAndSpokenForByItsPresident() {
        PersonId president = directory.meet(phone, Optional.of("Hind"), Language.AR);
        AssociationId association = directory.found("جمعية " + unique, "فاس", Optional.empty());
        directory.mandate(president, association, "president");
        directory.mandate(president, association, "president");

        assertThat(directory.found("جمعية " + unique, "فاس", Optional.of("R-1")))
                .isEqualTo(association);
        assertThat(directory.associationNamed("جمعية " + unique)).contains(association);
        assertThat(directory.card(president).mandates())
                .containsExactly(new PersonCard.Mandate(association, "جمعية " + unique, "فاس", "president"));
    }

    @Test
    void somebodyIsFoundByTheBeginningOfNameNumberAddressOrAssociation() {
        PersonId met = directory.meet(phone, Optional.of("Zineb-" + unique), Language.AR);
        directory.learn(met, Optional.empty(), Optional.of(email), Optional.empty());
        directory.mandate(met, directory.found("Amal-" + unique, "Tanger", Optional.empty()), "member");

        assertThat(found("zineb-" + unique.substring(0, 9))).containsExactly(met);
        assertThat(found(phone.national())).containsExactly(met);
        assertThat(found("M-" + unique)).containsExactly(met);
        assertThat(found("amal-" + unique)).containsExactly(met);
        assertThat(found("%ineb-" + unique.substring(0, 9))).isEmpty();
        assertThat(found(" ")).isEmpty();
    }

    @Test
    void nobodyIsNotFound() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> directory.card(new PersonId(UUID.randomUUID())))
                .satisfies(refusal -> assertThat(refusal.subject()).isEqualTo("person.unknown"));
    }

    private List<PersonId> found(String text) {
        return directory.search(text, 10).stream().map(PersonCard::id).toList();
    }
}
