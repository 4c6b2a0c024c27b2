package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class WallboardIT {

    @Autowired
    Accounts accounts;

    @Autowired
    PresenceBoard presence;

    @Test
    void anAdvisorWhoComesAndPausesIsSeenWithoutReloading(Chromium chromium) {
        Somebody advisor = Somebody.with(accounts, Role.ADVISOR);
        Page page = chromium.signIn("fr-MA", Somebody.with(accounts, Role.SUPERVISOR));
        assertThat(page.locator("live-view")).hasAttribute("data-state", "live");
        Locator him = page.locator(".someone", new Page.LocatorOptions().setHasText(advisor.username()));
        presence.available(advisor.id());
        assertThat(him).containsText("Disponible");
        presence.pause(advisor.id(), "prayer");
        assertThat(him).containsText("Prière");
        presence.offline(advisor.id());
        assertThat(him).hasCount(0);
    }

    @Test
    void aLostConnectionIsSaidAndCaughtUp(Chromium chromium) {
        Somebody advisor = Somebody.with(accounts, Role.ADVISOR);
        Page page = chromium.signIn("ar-MA", Somebody.with(accounts, Role.SUPERVISOR));
        assertThat(page.locator("live-view")).hasAttribute("data-state", "live");
        page.context().setOffline(true);
        page.evaluate("document.querySelector('live-view').cut()");
        assertThat(page.locator(".lost")).isVisible();
        presence.available(advisor.id());
        page.context().setOffline(false);
        assertThat(page.locator(".lost")).isHidden();
        assertThat(page.locator(".someone", new Page.LocatorOptions().setHasText(advisor.username())))
                .isVisible();
        presence.offline(advisor.id());
    }

    @Test
    void mailboxesThatAreReadDoNotLookLikeAWarning(Chromium chromium) {
        Page page = chromium.signIn("fr-MA", Somebody.with(accounts, Role.SUPERVISOR));
        page.navigate("/wallboard");
        Locator line = page.locator("[data-part=mailline] a");
        assertThat(line).hasText("Les boîtes de réception sont relevées");
        assertThat(line).hasClass("notice notice--link notice--good");
        assertThat(line.locator("svg")).hasCount(0);
    }

    @Test
    void howManyWaitStandsBesideWhatIsCounted(Chromium chromium) {
        Page page = chromium.signIn("fr-MA", Somebody.with(accounts, Role.SUPERVISOR));
        page.navigate("/wallboard");
        assertThat(page.locator("#now-title + .count")).isVisible();
    }
}
