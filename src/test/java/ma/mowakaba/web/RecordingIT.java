package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.regex.Pattern;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A recorded call on the screens of an advisor and of a supervisor, with the exchange simulated. */
@BrowserTest
class RecordingIT {

    private static final Duration TALKATIVE = Duration.ofMinutes(20);

    @Autowired
    ExchangeSimulator exchange;

    @Autowired
    Accounts accounts;

    @Test
    void anAdvisorPausesTheRecordingHearsItOnTheCaseAndTheSupervisorSeesThatHeDid(Floor floor, Chromium chromium) {
        Floor.Desk desk = floor.comes(chromium, "fr-MA");
        Page page = desk.page();
        floor.rings(desk);
        String call = exchange.call(script());
        page.locator(".ring--talking .button--main").click();
        assertThat(page.locator("#case-title")).isVisible();
        page.getByText("Suspendre l’enregistrement").click();
        Locator resume = page.getByText("Reprendre l’enregistrement");
        assertThat(resume).isVisible();
        chromium.accessible(page);
        resume.click();
        assertThat(page.getByText("Suspendre l’enregistrement")).isVisible();
        page.locator(".ring--talking .button--end").click();

        Locator player = page.locator("sound-player");
        assertThat(player.locator("rect")).hasCount(120);
        // it goes on playing while the case is painted again, for which it is looked up by its id
        assertThat(page.locator("#" + player.getAttribute("id"))).hasCount(1);
        player.locator("button").click();
        assertThat(player).hasClass(Pattern.compile("is-playing"));
        Locator slider = player.locator("input");
        slider.focus();
        page.keyboard().press("End");
        assertThat(slider).hasAttribute("aria-valuetext", Pattern.compile("5:00 / 5:00"));
        page.keyboard().press("Home");
        assertThat(slider).hasAttribute("aria-valuetext", Pattern.compile("0:0\\d / 5:00"));
        chromium.accessible(page);
        servedByPieces(page, call);

        Page other = chromium.signIn("fr-MA", Somebody.with(accounts, Role.SUPERVISOR));
        other.navigate(page.url());
        other.locator(".recording__care summary").click();
        assertThat(other.locator(".heard")).containsText(desk.who().username());
        other.locator(".recording__care select").selectOption("evidence");
        assertThat(other.locator(".recording__care select")).hasValue("evidence");
        chromium.accessible(other);
        other.locator(".recording__care input[name=why]").fill("à la demande de l’appelant");
        other.locator(".recording__care .button--end").click();
        assertThat(other.locator(".timeline")).containsText("à la demande de l’appelant");
        assertThat(other.locator("sound-player")).hasCount(0);
        assertThat(page.request().get("/calls/" + call + "/recording").status()).isEqualTo(404);
    }

    private static void servedByPieces(Page page, String call) {
        APIResponse piece = page.request()
                .get("/calls/" + call + "/recording", RequestOptions.create().setHeader("Range", "bytes=100-199"));
        assertThat(piece.status()).isEqualTo(206);
        assertThat(piece.body()).hasSize(100);
        assertThat(piece.headers().get("content-range")).startsWith("bytes 100-199/");
        assertThat(piece.headers().get("content-type")).isEqualTo("audio/wav");
        assertThat(piece.headers().get("content-disposition")).startsWith("attachment; filename=\"2");
        assertThat(piece.headers().get("cache-control")).contains("no-store");
        assertThat(piece.headers().get("x-content-type-options")).isEqualTo("nosniff");
        assertThat(page.request()
                        .get(
                                "/calls/" + call + "/recording",
                                RequestOptions.create().setHeader("Range", "bytes=999999999-"))
                        .status())
                .isEqualTo(416);
        assertThat(page.request()
                        .get("/supervision/calls/" + call + "/recording")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aSupervisorSeesTheLegsOfACallAndWhatMayBeDoneWithIt(Floor floor, Chromium chromium) {
        Floor.Desk desk = floor.comes(chromium, "ar-MA");
        floor.rings(desk);
        String call = exchange.call(script().refusingToBeRecorded());
        assertThat(desk.page().locator(".ring--talking")).isVisible();
        Page board = chromium.signIn("ar-MA", Somebody.with(accounts, Role.SUPERVISOR));
        board.navigate("/wallboard");
        board.locator("[hx-get='/supervision/calls/" + call + "']").click();
        assertThat(board.locator("dialog[open]")).containsText("06 63 22 01 03");
        assertThat(board.locator("dialog[open]")).containsText("لم يقبل المتصل التسجيل");
        assertThat(board.locator("dialog[open] .legs li")).hasCount(2);
        chromium.accessible(board);
        desk.page().locator(".ring--talking .button--end").click();
    }

    private static CallScript script() {
        return CallScript.from("0663220103")
                .speaking("fr")
                .about("funding")
                .lasting(Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofMinutes(10), TALKATIVE);
    }
}
