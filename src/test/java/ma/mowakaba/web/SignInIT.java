package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class SignInIT {

    @Autowired
    Accounts accounts;

    @Test
    void aWrongPasswordIsSaidInTheReadersLanguage(Chromium chromium) {
        Page page = chromium.page("fr-MA");
        page.navigate("/sign-in");
        page.fill("#username", "nobody-here");
        page.fill("#password", "wrong");
        page.click("main form button");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Nom d’utilisateur ou mot de passe incorrect.");
    }

    @Test
    void theLanguageChosenAtTheDoorStaysInside(Chromium chromium) {
        Somebody advisor = Somebody.with(accounts, Role.ADVISOR);
        Page page = chromium.page("fr-MA");
        page.navigate("/sign-in");
        page.click(".tongues a[lang=ar]");
        page.fill("#username", advisor.username());
        page.fill("#password", advisor.password());
        page.click("main form button");
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(page.locator("#mine-title")).hasText("عملي");
    }

    @Test
    void anObserverSeesFiguresAndNoNames(Chromium chromium) {
        Page page = chromium.signIn("fr-MA", Somebody.with(accounts, Role.OBSERVER));
        assertThat(page.locator("[data-part=now]")).isVisible();
        assertThat(page.locator("[data-part=people]")).hasCount(0);
        assertThat(page.locator("[data-part=calls]")).hasCount(0);
    }
}
