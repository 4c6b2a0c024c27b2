package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kb.RuleChanges.Stated;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.NewTicket;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketChange;
import ma.mowakaba.ticket.TicketState;
import ma.mowakaba.ticket.TimelineEntry;
import ma.mowakaba.ticket.Told;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What did we tell them, and is it still true? Over the articles and the cases of the running center. */
@CenterTest
class RuleChangesCenterTest {

    private static final String ARTICLE = """
        ---
        title: "Astrolabes"
        domain: general
        summary: "Astrolabes."
        audience: "Astronomes."
        verified-on: 2026-11-23
        related: []
        keywords: []
        legal: []
        sources:
          - text: "Un traité"
        ---

        ## En bref {#overview}

        Astrolabe.

        ## Les délais {#deadlines}

        - **60 jours** : pour l'astrolabe.
        """;

    private final StaffId advisor = DemoStaff.id("advisor");
    private final String slug = "told-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    ArticleStore store;

    @Autowired
    Library library;

    @Autowired
    RuleChanges changes;

    @Autowired
    Told told;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient sql;

    @Test
    void anotherWordingIsNoOtherRuleUnlessAnEditorSaysSo() {
        publish(ARTICLE);
        publish(ARTICLE.replace("Astrolabe.", "L'astrolabe."));
        assertThat(changes.of(slug).stillTrue()).isEqualTo(1);
        assertThat(changes.all()).noneMatch(history -> history.slug().equals(slug));

        changes.mark(slug, 2, true, "editor");
        assertThat(changes.of(slug).stillTrue()).isEqualTo(2);

        publish(ARTICLE.replace("60 jours", "30 jours").replace("Un traité", "Deux traités"));
        assertThat(changes.of(slug).versions().getLast().differs())
                .containsExactlyInAnyOrder(Stated.DEADLINES, Stated.SOURCES);
        assertThat(changes.of(slug).stillTrue()).isEqualTo(3);
        changes.mark(slug, 3, false, "editor");
        assertThat(changes.of(slug).stillTrue()).isEqualTo(2);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> changes.mark(slug, 9, true, "editor"));
    }

    @Test
    void everyCaseThatWasToldTheOldRuleIsListedOnceAndToldOnce() {
        publish(ARTICLE);
        Ticket open = told(true);
        Ticket finished = closed(told(true), 10);
        Ticket longAgo = closed(told(true), 100);
        Ticket caller = told(false);
        publish(ARTICLE.replace("60 jours", "30 jours"));
        Ticket toldNew = told(true);

        assertThat(concerned())
                .extracting(Told.ToldCase::id)
                .containsExactlyInAnyOrder(open.id(), finished.id(), caller.id())
                .doesNotContain(longAgo.id(), toldNew.id());
        assertThat(concerned())
                .filteredOn(one -> !one.reachable())
                .extracting(Told.ToldCase::id)
                .containsExactly(caller.id());

        assertThat(told.recontact(finished.id(), renewal(Told.How.SENT), advisor))
                .isTrue();
        assertThat(told.recontact(finished.id(), renewal(Told.How.SENT), advisor))
                .as("once")
                .isFalse();
        assertThat(helpdesk.get(finished.id()).state()).as("stays as it was").isEqualTo(TicketState.CLOSED);
        assertThat(timeline(finished))
                .filteredOn(TimelineEntry.ArticleSent.class::isInstance)
                .extracting(sent -> ((TimelineEntry.ArticleSent) sent).version())
                .containsExactly(1, 2);
        assertThat(timeline(finished))
                .filteredOn(TimelineEntry.Note.class::isInstance)
                .hasSize(1);

        helpdesk.saveDraft(open.id(), advisor, "Bonjour,");
        assertThat(told.recontact(open.id(), renewal(Told.How.DRAFTED), advisor))
                .isTrue();
        assertThat(told.recontact(open.id(), renewal(Told.How.DRAFTED), advisor))
                .isFalse();
        assertThat(helpdesk.draft(open.id(), advisor)).contains("Bonjour,\n\nLe délai est de 30 jours.");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> told.recontact(caller.id(), renewal(Told.How.SENT), advisor))
                .satisfies(refusal -> assertThat(refusal.subject()).isEqualTo("ticket.no-mail"));
        assertThat(concerned())
                .filteredOn(one -> one.done().isEmpty())
                .extracting(Told.ToldCase::id)
                .containsExactly(caller.id());
    }

    private Told.Renewal renewal(Told.How how) {
        return new Told.Renewal(slug, 2, how, "Le délai est de 30 jours.", "Règle changée");
    }

    private List<Told.ToldCase> concerned() {
        return told.cases(slug, changes.of(slug).stillTrue(), Instant.now().minus(90, ChronoUnit.DAYS));
    }

    private void publish(String text) {
        store.publish(
                slug,
                Map.of(Language.FR, text),
                UUID.randomUUID().toString().replace("-", "").repeat(2));
        library.rebuildIndex();
    }

    private Ticket told(boolean byMail) {
        PersonId person = byMail
                ? directory.meet(new EmailAddress(UUID.randomUUID() + "@example.ma"), Optional.of("Amina"), Language.FR)
                : directory.meet(Optional.of("Amina"), Language.FR);
        Ticket ticket = helpdesk.open(
                new NewTicket(
                        "Astrolabe",
                        Channel.WEB,
                        DomainCode.GENERAL,
                        Language.FR,
                        Priority.NORMAL,
                        Optional.of(person),
                        Optional.empty()),
                Optional.empty());
        helpdesk.reply(ticket.id(), advisor, "Voici.", List.of(slug));
        return helpdesk.get(ticket.id());
    }

    private Ticket closed(Ticket ticket, int daysAgo) {
        helpdesk.change(ticket.id(), TicketChange.to(TicketState.CLOSED), ticket.version(), Optional.of(advisor));
        sql.sql("update ticket set resolved_at = utc_timestamp(6) - interval :days day where id = :id")
                .param("days", daysAgo)
                .param("id", ticket.id().value())
                .update();
        return helpdesk.get(ticket.id());
    }

    private List<TimelineEntry> timeline(Ticket ticket) {
        return helpdesk.timeline(ticket.id(), Page.Request.first(50)).items();
    }
}
