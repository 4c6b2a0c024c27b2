package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ma.mowakaba.CenterTest;
import ma.mowakaba.staff.Accounts;
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
class SignInIT {

    @Autowired
    Accounts accounts;

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
    void aWrongPasswordIsSaidInTheReadersLanguage() {
        Page page = chromium.page(port, "fr-MA");
        page.navigate("/sign-in");
        page.fill("#username", "nobody-here");
        page.fill("#password", "wrong");
        page.click("main form button");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Nom d’utilisateur ou mot de passe incorrect.");
    }

    @Test
    void theLanguageChosenAtTheDoorStaysInside() {
        Somebody advisor = Somebody.with(accounts, Role.ADVISOR);
        Page page = chromium.page(port, "fr-MA");
        page.navigate("/sign-in");
        page.click(".tongues a[lang=ar]");
        page.fill("#username", advisor.username());
        page.fill("#password", advisor.password());
        page.click("main form button");
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(page.locator("#mine-title")).hasText("عملي");
    }

    @Test
    void anObserverSeesFiguresAndNoNames() {
        Page page = chromium.signIn(port, "fr-MA", Somebody.with(accounts, Role.OBSERVER));
        assertThat(page.locator("[data-part=now]")).isVisible();
        assertThat(page.locator("[data-part=people]")).hasCount(0);
        assertThat(page.locator("[data-part=calls]")).hasCount(0);
    }
}
