package ma.mowakaba.kb;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page.Request;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.NewTicket;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TimelineEntry;
import ma.mowakaba.web.BrowserTest;
import ma.mowakaba.web.Chromium;
import ma.mowakaba.web.Somebody;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An editor tells the cases again that were told a rule which has changed, and sees of them no more than their numbers. */
@BrowserTest
class ToldAgainIT {

    private static final String ARTICLE = """
        ---
        title: "Sextants"
        domain: general
        summary: "Sextants."
        audience: "Astronomes."
        verified-on: 2026-11-23
        related: []
        keywords: []
        legal: []
        sources:
          - text: "Un traité"
        ---

        ## En bref {#overview}

        Sextant.

        ## Les délais {#deadlines}

        - **60 jours** : pour le sextant.
        """;

    private final String slug = "again-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    ArticleStore store;

    @Autowired
    Library library;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Directory directory;

    @Autowired
    Accounts accounts;

    @Test
    void aCaseIsToldWhatCountsNowByOneClickAndOnce(Chromium chromium) {
        publish(ARTICLE, "c");
        Ticket one = told();
        Ticket other = told();
        Ticket called = told(directory.meet(new PhoneNumber("+212612345678"), Optional.of("Amina"), Language.FR));
        publish(ARTICLE.replace("60 jours", "30 jours"), "d");

        Page editor = chromium.signIn("fr-MA", Somebody.with(accounts, Role.EDITOR));
        editor.navigate("/editor/told");
        editor.click("a[href$='/" + slug + "']");
        assertThat(editor.locator("del")).containsText("60 jours");
        assertThat(editor.locator("a[href^='/tickets']")).hasCount(0);
        assertThat(editor.locator("input[value='" + called.id() + "']")).isDisabled();
        assertThat(editor.locator("input[value='" + other.id() + "']")).isChecked();
        editor.locator("tr", new Page.LocatorOptions().setHasText(one.number().value()))
                .locator("button")
                .click();
        assertThat(editor.locator(".notice--good")).containsText("1");
        assertThat(editor.locator(
                        "tr", new Page.LocatorOptions().setHasText(one.number().value())))
                .containsText("Envoyé");

        editor.click("text=Préparer un brouillon");
        assertThat(editor.locator(
                        "tr",
                        new Page.LocatorOptions().setHasText(other.number().value())))
                .containsText("Brouillon");
        assertThat(letters(one)).isEqualTo(2);
        assertThat(letters(other)).isEqualTo(1);
        assertThat(helpdesk.draft(other.id(), DemoStaff.id("advisor")).orElseThrow())
                .contains("30 jours");
    }

    private long letters(Ticket ticket) {
        return helpdesk.timeline(ticket.id(), Request.first(50)).items().stream()
                .filter(TimelineEntry.Message.class::isInstance)
                .count();
    }

    private void publish(String text, String hash) {
        store.publish(slug, Map.of(Language.FR, text), (hash + slug).repeat(8).substring(0, 64));
        library.rebuildIndex();
    }

    private Ticket told() {
        return told(
                directory.meet(new EmailAddress(UUID.randomUUID() + "@example.ma"), Optional.of("Amina"), Language.FR));
    }

    private Ticket told(PersonId who) {
        Ticket ticket = helpdesk.open(
                new NewTicket(
                        "Sextant",
                        Channel.WEB,
                        DomainCode.GENERAL,
                        Language.FR,
                        Priority.NORMAL,
                        Optional.of(who),
                        Optional.empty()),
                Optional.empty());
        helpdesk.reply(ticket.id(), DemoStaff.id("advisor"), "Voici.", java.util.List.of(slug));
        return helpdesk.get(ticket.id());
    }
}
