package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.regex.Pattern;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The first journey on the advisors' screens, with the exchange simulated. */
@BrowserTest
class CallJourneyIT {

    private static final Duration MENU = Duration.ofSeconds(2);
    private static final Duration RINGS = Duration.ofSeconds(80);
    private static final Duration PATIENT = Duration.ofMinutes(10);
    private static final Duration TALKATIVE = Duration.ofMinutes(20);

    @Autowired
    ExchangeSimulator exchange;

    @Test
    void whoCallsIsShownBeforeHeIsAnsweredAndTheCallEndsOnItsCaseWithItsTimes(Floor floor, Chromium chromium) {
        Floor.Desk desk = floor.comes(chromium, "fr-MA");
        Page page = desk.page();
        floor.rings(desk);
        exchange.call(call("0663220103").speaking("fr").about("funding"));

        Locator ring = page.locator(".ring--ringing");
        assertThat(ring.locator(".ring__head")).containsText("Appel entrant");
        assertThat(ring.locator(".ring__who").first()).hasText("Salma Bennis");
        assertThat(ring.locator(".mandate")).containsText("Association Horizon Vert");
        assertThat(ring.locator(".mandate")).containsText("Président(e)");
        ring.locator(".button--main").click();
        assertThat(page.locator("#case-title")).isVisible();
        assertThat(page.locator(".person")).containsText("Association Horizon Vert");
        assertThat(page.locator("#suggestions")).containsText("Écrivez dans la recherche ce que demande l’appelant");

        assertThat(page.locator(".ring--talking")).isVisible();
        assertThat(page.locator("#presence summary")).containsText("En appel");
        chromium.accessible(page);
        page.locator(".ring--talking .button--end").click();

        assertThat(page.locator(".ring--talking")).hasCount(0);
        assertThat(timeline(page, "Appel :").last())
                .hasText(Pattern.compile(
                        "Appel\\s: Répondu · attente \\d:\\d\\d · conversation \\d:\\d\\d · enregistrement\\s:"
                                + " accepté.*"));
        page.locator("[data-part=ring] .notice button").click();
        assertThat(page.locator("#presence summary")).containsText("Disponible");
    }

    @Test
    void aCallIsHandedToAColleagueWithAReasonAndRingsOnHisScreen(Floor floor, Chromium chromium) {
        Floor.Desk first = floor.comes(chromium, "ar-MA");
        Floor.Desk second = floor.comes(chromium, "ar-MA");
        floor.rings(first);
        exchange.call(call("0661220101").speaking("ar").about("association-life"));
        Page page = first.page();
        assertThat(page.locator(".ring--ringing .ring__head")).containsText("مكالمة واردة");
        assertThat(page.locator(".ring--ringing .mandate")).containsText("جمعية أنوار للتنمية");
        assertThat(page.locator(".ring--talking")).isVisible();
        page.locator(".ring--talking .button--main").click();
        floor.rings(second);

        page.locator(".ring--talking .ring__acts button").first().click();
        chromium.accessible(page);
        page.selectOption("#handover-to", "advisor:" + second.who().id());
        page.fill("#handover-why", "تسأل عن تجديد المكتب");
        page.click("#hand-over");

        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(page.locator(".ring--talking")).hasCount(0);
        assertThat(second.page().locator(".ring--talking")).isVisible();
        second.page().locator(".ring--talking .button--main").click();
        assertThat(second.page().locator(".entry--note .said").last()).hasText("تسأل عن تجديد المكتب");
        assertThat(timeline(second.page(), second.who().username()).last()).containsText("أسند إلى");
        second.page().locator(".ring--talking .button--end").click();
        assertThat(second.page().locator(".ring--talking")).hasCount(0);
    }

    private static CallScript call(String number) {
        return CallScript.from(number).lasting(MENU, RINGS, PATIENT, TALKATIVE);
    }

    private static Locator timeline(Page page, String text) {
        return page.locator(".entry--event", new Page.LocatorOptions().setHasText(text));
    }
}
