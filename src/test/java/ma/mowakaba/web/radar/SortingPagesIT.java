package ma.mowakaba.web.radar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kb.Lessons;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.NewTicket;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.web.BrowserTest;
import ma.mowakaba.web.Chromium;
import ma.mowakaba.web.Somebody;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Editors see what the sorting learned; supervisors drop what is wrong and switch learning off. */
@BrowserTest
class SortingPagesIT {

    private static final DomainCode AWARD = new DomainCode("award");

    @Autowired
    Accounts accounts;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Lessons lessons;

    @Autowired
    Clock clock;

    @Test
    void aSupervisorDropsACorrectionAndSwitchesLearningOffAndAnEditorOnlyReads(Chromium chromium) {
        String number = corrected("gouldrane ferkhane");
        corrected("une gouldrane ferkhane");

        Page editor = chromium.signIn("fr-MA", Somebody.with(accounts, Role.EDITOR));
        editor.navigate("/editor/sorting");
        editor.click("text=Regarder maintenant");
        assertThat(row(editor, number)).containsText("Juste maintenant");
        assertThat(editor.locator("main")).containsText("gouldran");
        assertThat(editor.locator("text=Écarter")).hasCount(0);
        assertThat(editor.locator("text=Arrêter l’apprentissage")).hasCount(0);

        Page supervisor = chromium.signIn("fr-MA", Somebody.with(accounts, Role.SUPERVISOR));
        supervisor.navigate("/editor/sorting");
        row(supervisor, number).locator("text=Écarter").click();
        assertThat(row(supervisor, number)).containsText("Correction écartée");
        assertThat(row(supervisor, number)).containsText("Encore faux");
        supervisor.click("text=Arrêter l’apprentissage");
        assertThat(supervisor.locator("main")).containsText("Apprentissage arrêté");
        supervisor.click("text=Reprendre l’apprentissage");
        assertThat(supervisor.locator("main")).containsText("Apprentissage actif");
    }

    private static Locator row(Page page, String number) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(number));
    }

    private String corrected(String text) {
        Ticket ticket = helpdesk.open(
                new NewTicket(
                        text,
                        Channel.WEB,
                        DomainCode.GENERAL,
                        Language.FR,
                        Priority.NORMAL,
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty());
        lessons.take(new Lessons.Correction(
                ticket.id().value(), text, DomainCode.GENERAL, AWARD, UUID.randomUUID(), clock.instant()));
        return ticket.number().value();
    }
}
