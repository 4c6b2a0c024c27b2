package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import ma.mowakaba.CenterTest;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CenterTest
@ExtendWith(Chromium.Installed.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallboardIT {

    @Autowired
    Accounts accounts;

    @Autowired
    PresenceBoard presence;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeAll
    void open() {
        chromium = new Chromium();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void anAdvisorWhoComesAndPausesIsSeenWithoutReloading() {
        Somebody advisor = Somebody.with(accounts, Role.ADVISOR);
        Page page = chromium.signIn(port, "fr-MA", Somebody.with(accounts, Role.SUPERVISOR));
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
    void aLostConnectionIsSaidAndCaughtUp() {
        Somebody advisor = Somebody.with(accounts, Role.ADVISOR);
        Page page = chromium.signIn(port, "ar-MA", Somebody.with(accounts, Role.SUPERVISOR));
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
}
