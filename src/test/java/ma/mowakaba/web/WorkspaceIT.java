package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import ma.mowakaba.mail.Mailroom;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an advisor does with his cases all day, without reloading a page. */
@BrowserTest
class WorkspaceIT {

    @Autowired
    PresenceBoard presence;

    @Autowired
    Mailroom mailroom;

    @Test
    void whatIsHalfWrittenIsStillThereAfterTheBrowserWasClosed(Floor floor, Chromium chromium) {
        String number = aCase();
        Floor.Desk desk = floor.comes(chromium, "fr-MA");
        Page page = desk.page();
        page.navigate("/tickets/" + number);
        page.waitForResponse(
                answer -> answer.url().endsWith("/draft"),
                () -> page.locator("#body").pressSequentially("À finir"));
        page.context().close();

        Page again = chromium.signIn("fr-MA", desk.who());
        again.navigate("/tickets/" + number);
        assertThat(again.locator("#body")).hasValue("À finir");
    }

    @Test
    void whoeverPausesSaysWhyAndIsGivenNothingUntilHeIsBack(Floor floor, Chromium chromium) {
        Floor.Desk desk = floor.comes(chromium, "ar-MA");
        Page page = desk.page();
        floor.available(desk);
        page.click("#presence summary");
        chromium.accessible(page);
        page.click("#presence button[hx-put$='reason=meal']");
        assertThat(page.locator("#presence summary")).containsText("وجبة");
        await().until(() -> presence.of(desk.who().id()).state() == Presence.State.PAUSED);
        floor.available(desk);
        await().until(() -> presence.of(desk.who().id()).state() == Presence.State.AVAILABLE);
    }

    @Test
    void whoeverOpensACaseSeesWhoElseHasItOpenAndWhatTheyChange(Floor floor, Chromium chromium) {
        String number = aCase();
        Floor.Desk first = floor.comes(chromium, "fr-MA");
        Floor.Desk second = floor.comes(chromium, "ar-MA");
        first.page().navigate("/tickets/" + number);
        second.page().navigate("/tickets/" + number);
        assertThat(first.page().locator(".case__main .notice"))
                .containsText(second.who().username());
        assertThat(second.page().locator(".case__main .notice"))
                .containsText(first.who().username());

        second.page().selectOption("#p-priority", "URGENT");
        assertThat(first.page().locator("#p-priority")).hasValue("URGENT");
        first.page().selectOption("#p-domain", "funding");
        assertThat(second.page().locator("#p-domain")).hasValue("funding");
        second.page().selectOption("#p-state", "on-hold");
        assertThat(first.page().locator("#p-state")).hasValue("on-hold");
        assertThat(first.page().evaluate("""
            number => fetch(`/tickets/${number}/properties?version=${document.querySelector('[name=version]').value}`)
                .then(answer => answer.status)\
            """, number))
                .as("what is shown already is not laid over what somebody is choosing")
                .isEqualTo(204);
    }

    @Test
    void aCaseHandedToAnotherDomainWaitsThereWithTheReasonForWhoeverTakesIt(Floor floor, Chromium chromium) {
        String number = aCase();
        Floor.Desk desk = floor.comes(chromium, "fr-MA");
        Page page = desk.page();
        page.navigate("/tickets/" + number);
        page.locator(".ticket__head button[hx-get$=handover]").click();
        assertThat(page.locator("dialog[open]")).isVisible();
        chromium.accessible(page);
        page.selectOption("#handover-to", "domain:award");
        page.click("#hand-over");
        assertThat(page.locator("dialog[open]")).isVisible();
        page.fill("#handover-why", "Il s’agit du Prix de la société civile.");
        page.click("#hand-over");

        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(page.locator("#p-domain")).hasValue("award");
        assertThat(page.locator(".entry--note .said")).hasText("Il s’agit du Prix de la société civile.");
        floor.available(desk);
        assertThat(page.locator("[data-part=mine]")).containsText(number);
        assertThat(page.locator("#p-owner option:checked"))
                .containsText(desk.who().username());
    }

    private String aCase() {
        String id = UUID.randomUUID().toString();
        String mail = "From: Hassan <hassan-" + id + "@example.org>\r\nTo: contact@example.ma\r\nSubject: Bonjour " + id
                + "\r\nMessage-ID: <" + id + "@example.org>\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\nQuels documents faut-il ?\r\n";
        Mailroom.Receipt receipt = mailroom.accept(mail.getBytes(StandardCharsets.UTF_8));
        assertThat(receipt.ticket()).isPresent();
        return receipt.ticket().orElseThrow().value();
    }
}
