package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import ma.mowakaba.mail.Mailroom;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.PresenceBoard;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an advisor does all day, without reloading a page. */
@BrowserTest
class WorkspaceIT {

    @Autowired
    Accounts accounts;

    @Autowired
    Domains domains;

    @Autowired
    PresenceBoard presence;

    @Autowired
    Mailroom mailroom;

    @Autowired
    ExchangeSimulator exchange;

    @Test
    void aMailAppearsByItselfAndIsAnsweredWithAPassageOfTheKnowledgeBase(Chromium chromium) {
        Somebody advisor = Somebody.answeringEverything(accounts, domains, Optional.empty());
        Page page = chromium.signIn("fr-MA", advisor);
        assertThat(page.locator("live-view")).hasAttribute("data-state", "live");
        page.click("#presence summary");
        page.click("#be-available");
        assertThat(page.locator("#presence summary")).containsText("Disponible");

        String subject = "Créer une association " + UUID.randomUUID().toString().substring(0, 8);
        mailroom.accept(mail(subject));
        var row = page.locator("[data-part=mine], [data-part=waiting]")
                .getByText(subject)
                .first();
        assertThat(row).isVisible();
        take(page, subject);

        assertThat(page.locator("#case-title")).hasText(subject);
        page.locator("passage-insert button").first().click();
        assertThat(page.locator("#pinned input[name=articles]")).hasCount(1);
        page.click("#send");
        assertThat(page.locator(".entry--out .said").last()).containsText("Source");
        assertThat(page.locator(".entry--event", new Page.LocatorOptions().setHasText("Article envoyé")))
                .hasCount(1);
        assertThat(page.locator("#body")).hasValue("");
        presence.offline(advisor.id());
    }

    @Test
    void whatIsHalfWrittenIsStillThereAfterTheBrowserWasClosed(Chromium chromium) {
        Somebody advisor = Somebody.answeringEverything(accounts, domains, Optional.empty());
        String subject = "Brouillon " + UUID.randomUUID().toString().substring(0, 8);
        String number = mailroom.accept(mail(subject)).ticket().orElseThrow().value();
        Page page = chromium.signIn("fr-MA", advisor);
        page.navigate("/tickets/" + number);
        page.waitForResponse(
                answer -> answer.url().endsWith("/draft"),
                () -> page.locator("#body").pressSequentially("À finir"));
        page.context().close();

        Page again = chromium.signIn("fr-MA", advisor);
        again.navigate("/tickets/" + number);
        assertThat(again.locator("#body")).hasValue("À finir");
    }

    @Test
    void theCardOfACallShowsBeforeItIsAnswered(Chromium chromium) {
        String extension = "7" + (int) (1000 + Math.random() * 8999);
        Somebody advisor = Somebody.answeringEverything(accounts, domains, Optional.of(extension));
        Page page = chromium.signIn("ar-MA", advisor);
        assertThat(page.locator("live-view")).hasAttribute("data-state", "live");
        page.click("#presence summary");
        page.click("#be-available");
        Awaitility.await()
                .until(() -> exchange.members("training-ar").stream().anyMatch(one -> one.contains(extension)));
        exchange.call(CallScript.from("0661220000").speaking("ar").about("training"));

        assertThat(page.locator(".ring--ringing")).isVisible();
        assertThat(page.locator(".ring--ringing .ring__head")).containsText("مكالمة واردة");
        assertThat(page.locator(".ring--talking")).isVisible();
        presence.offline(advisor.id());
    }

    private static void take(Page page, String subject) {
        var waiting = page.locator("[data-part=waiting] li", new Page.LocatorOptions().setHasText(subject));
        if (waiting.count() == 1) {
            waiting.getByRole(AriaRole.BUTTON).click();
        } else {
            page.locator("[data-part=mine] a", new Page.LocatorOptions().setHasText(subject))
                    .click();
        }
    }

    private static byte[] mail(String subject) {
        String id = UUID.randomUUID().toString();
        return ("From: Hassan <hassan-" + id + "@example.org>\r\nTo: contact@example.ma\r\nSubject: " + subject
                        + "\r\nMessage-ID: <" + id + "@example.org>\r\nDate: Mon, 23 Nov 2026 10:00:00 +0000\r\n"
                        + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                        + "Bonjour, quels documents faut-il pour créer une association ?\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
