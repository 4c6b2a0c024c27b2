package ma.mowakaba.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.Center;
import ma.mowakaba.CenterTest;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.kb.Lessons;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.routing.Recipient;
import ma.mowakaba.staff.StaffId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Advisors correct the sorting, and the sorting learns it, in the running center. Each test has words of its own: lessons are shared. */
@CenterTest
class CorrectionsCenterTest {

    private static final DomainCode TRAINING = new DomainCode("training");
    private static final DomainCode AWARD = new DomainCode("award");

    private final StaffId advisor = DemoStaff.id("advisor");

    @LocalServerPort
    int port;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    SortedCases sorted;

    @Autowired
    Lessons lessons;

    @Autowired
    Library library;

    @Autowired
    Reception reception;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient sql;

    @Test
    void whatTwoCasesWereMovedForIsSortedThereFromThenOn() {
        String words = "gouldrane tamzirt";
        assertThat(library.classify(words).domain()).isEqualTo(DomainCode.GENERAL);
        long generation = library.classify(words).learned().generation();
        move(open("La gouldrane de tamzirt"), TRAINING);
        handOver(open("Une gouldrane pour tamzirt"), TRAINING);

        learn();

        assertThat(library.classify(words).domain()).isEqualTo(TRAINING);
        assertThat(library.classify(words).learned().generation()).isGreaterThan(generation);
        Center.Answer answer = Center.at(port).get("/api/classify?text=gouldrane%20tamzirt");
        assertThat(answer.body().at("/domain").asString()).isEqualTo("training");
        assertThat(answer.body().at("/corrections").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(lessons.overview().words())
                .filteredOn(gained -> gained.domain().equals(TRAINING))
                .flatExtracting(Lessons.Gained::words)
                .anyMatch(word -> word.startsWith("gouldran"));
        assertThat(lessons.overview().moves()).anyMatch(one -> one.meant().equals(TRAINING) && one.count() >= 2);
    }

    @Test
    void aCorrectionThatIsUndoneIsNoneAndOneThatIsChangedCountsAsItIsLast() {
        Ticket undone = move(open("Bastroune oukhliz un"), TRAINING);
        Ticket changed = move(open("Bastroune oukhliz deux"), TRAINING);
        learn();
        assertThat(meant(undone)).contains("training");

        move(undone, DomainCode.GENERAL);
        move(changed, AWARD);
        learn();

        assertThat(meant(undone)).isEmpty();
        assertThat(meant(changed)).contains("award");
    }

    @Test
    void nothingIsLearnedFromAProgramNorFromACaseOfWhichSomebodyNamedTheDomain() {
        Ticket byProgram = open("Chandourite timlalin");
        helpdesk.change(byProgram.id(), TicketChange.to(TRAINING), byProgram.version(), Optional.empty());
        Ticket named = move(helpdesk.open(Cases.about("Chandourite timlalin"), Optional.empty()), TRAINING);

        learn();

        assertThat(meant(byProgram)).isEmpty();
        assertThat(meant(named)).isEmpty();
    }

    @Test
    void aCorrectionThatASupervisorDropsIsForgottenBySorting() {
        String words = "merdoucha aghbalou";
        Ticket first = move(open("Merdoucha aghbalou"), TRAINING);
        move(open("Une merdoucha aghbalou"), TRAINING);
        learn();
        assertThat(library.classify(words).domain()).isEqualTo(TRAINING);

        lessons.drop(first.id().value(), "supervisor");
        learn();

        assertThat(library.classify(words).domain()).isEqualTo(DomainCode.GENERAL);
        assertThat(lessons.overview().recent())
                .filteredOn(recent -> recent.source().equals(first.id().value()))
                .singleElement()
                .satisfies(recent -> assertThat(recent.dropped()).isTrue());
        assertThat(lessons.overview().log()).anySatisfy(entry -> {
            assertThat(entry.did()).isEqualTo(Lessons.Did.DROPPED);
            assertThat(entry.source()).contains(first.id().value());
        });
    }

    @Test
    void withoutLearningTextsAreSortedAsIfNobodyHadCorrectedAnything() {
        String words = "tikourine azemmour";
        move(open("Tikourine azemmour"), TRAINING);
        move(open("La tikourine azemmour"), TRAINING);
        learn();
        assertThat(library.classify(words).domain()).isEqualTo(TRAINING);
        try {
            lessons.learn(false, "supervisor");
            lessons.refresh();

            assertThat(library.classify(words).domain()).isEqualTo(DomainCode.GENERAL);
            assertThat(library.classify(words).learned().corrections()).isZero();
            assertThat(lessons.overview().log().getFirst().did()).isEqualTo(Lessons.Did.OFF);
        } finally {
            lessons.learn(true, "supervisor");
            lessons.refresh();
        }
        assertThat(library.classify(words).domain()).isEqualTo(TRAINING);
    }

    @Test
    void aCaseThatIsGoneDoesNotKeepOthersFromBeingLearned() {
        UUID gone = UUID.randomUUID();
        sql.sql("insert into case_sorting (ticket_id, said, confidence, lessons, sorted_at, meant, moved_by,"
                        + " moved_at, taught) values (:id, 'general', 0, 0, utc_timestamp(6), 'award', :by,"
                        + " '2026-01-01', 0)")
                .param("id", gone)
                .param("by", advisor.value())
                .update();
        Ticket moved = move(open("Ghassoulite aourir"), TRAINING);

        learn();

        assertThat(meant(moved)).contains("training");
        assertThat(sql.sql("select taught from case_sorting where ticket_id = :id")
                        .param("id", gone)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoseCaseItWasIsNotKept() {
        Ticket ticket = helpdesk.open(
                wanted("Sebkhata imlil de Khadija Belmokhtar, 0612345678"),
                Optional.of(Cases.saying(
                        "Sebkhata imlil, khadija@example.ma. Cordialement, Khadija",
                        Cases.contact(reception, Channel.MAIL))));
        move(ticket, TRAINING);

        learn();

        String kept = sql.sql("select concat(features, ' ', words) from lesson where source = :id")
                .param("id", ticket.id().value())
                .query(String.class)
                .single();
        assertThat(kept)
                .contains("sebkhat")
                .doesNotContainIgnoringCase("khadija")
                .doesNotContainIgnoringCase("belmokhtar")
                .doesNotContain("0612345678", "example");
    }

    @Test
    void mailsAndFormsAreRememberedAsSortedUnlessTheFormNamesItsDomain() {
        String mail = "From: driss@example.ma\r\nTo: contact@example.org\r\nSubject: Subvention\r\nMessage-ID: <"
                + UUID.randomUUID() + "@example.ma>\r\n\r\nComment demander une subvention publique ?\r\n";
        Map<String, Object> form = Map.of(
                "subject", "Subvention", "body", "demander une subvention", "requester", Map.of("name", "Driss"));
        Map<String, Object> named = new HashMap<>(form);
        named.put("domain", "funding");

        String byMail = Center.at(port)
                .mail(mail.getBytes(StandardCharsets.UTF_8))
                .body()
                .at("/ticket")
                .asString();
        String byForm =
                Center.at(port).post("/api/tickets", form).body().at("/number").asString();
        String withDomain =
                Center.at(port).post("/api/tickets", named).body().at("/number").asString();

        assertThat(said(byMail)).contains("funding");
        assertThat(said(byForm)).contains("funding");
        assertThat(said(withDomain)).isEmpty();
    }

    @Test
    void aWeekTellsHowManyCasesWereKeptWhereTheyWereSorted() {
        sorted.refresh();
        int kept = sorted.weeks().stream().mapToInt(SortedCases.Week::kept).sum();
        int moved = sorted.weeks().stream().mapToInt(SortedCases.Week::moved).sum();
        Ticket answered = sure("Subvention de la commune");
        helpdesk.reply(answered.id(), advisor, "Voici.", List.of());
        move(sure("Subvention de la région"), AWARD);
        sure("Subvention que personne n’a lue");

        sorted.refresh();

        assertThat(sorted.weeks())
                .last()
                .satisfies(week -> assertThat(week.right()).isPresent());
        assertThat(sorted.weeks().stream().mapToInt(SortedCases.Week::kept).sum())
                .isEqualTo(kept + 1);
        assertThat(sorted.weeks().stream().mapToInt(SortedCases.Week::moved).sum())
                .isEqualTo(moved + 1);
        assertThat(sorted.bands()).hasSize(5);
    }

    private void learn() {
        sorted.refresh();
        lessons.refresh();
    }

    private Ticket open(String subject) {
        return helpdesk.open(wanted(subject), Optional.empty());
    }

    private NewTicket wanted(String subject) {
        return new NewTicket(
                        subject,
                        Channel.MAIL,
                        DomainCode.GENERAL,
                        Language.FR,
                        Priority.NORMAL,
                        Optional.of(directory.meet(Optional.of("Khadija Belmokhtar"), Language.FR)),
                        Optional.empty())
                .sortedBy(new Library.Classification(DomainCode.GENERAL, Language.FR, 0));
    }

    private Ticket sure(String subject) {
        return helpdesk.open(
                Cases.about(subject).sortedBy(new Library.Classification(Cases.FUNDING, Language.FR, 0.9)),
                Optional.empty());
    }

    private Ticket move(Ticket ticket, DomainCode domain) {
        return helpdesk.change(
                ticket.id(), TicketChange.to(domain), helpdesk.get(ticket.id()).version(), Optional.of(advisor));
    }

    private void handOver(Ticket ticket, DomainCode domain) {
        helpdesk.handOver(ticket.id(), advisor, new Recipient.Subject(domain), "Ce n’est pas pour nous");
    }

    private Optional<String> meant(Ticket ticket) {
        return sql.sql("select meant from lesson where source = :id")
                .param("id", ticket.id().value())
                .query(String.class)
                .optional();
    }

    private Optional<String> said(String number) {
        return sql.sql("select said from case_sorting s join ticket t on t.id = s.ticket_id where t.number = :number")
                .param("number", number)
                .query(String.class)
                .optional();
    }
}
