package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody signed in sees at an address that is not his, or that does not exist. */
@BrowserTest
class RefusedPagesIT {

    @Autowired
    Accounts accounts;

    @Test
    void anAddressThatDoesNotExistSaysSoAndLeadsBack(Chromium chromium) {
        Page page = chromium.signIn("fr-MA", Somebody.with(accounts, Role.SUPERVISOR));

        Response answer = page.navigate("/gaps");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("Page introuvable");
        page.click("main a");
        assertThat(page.locator("[data-part=now]")).isVisible();
    }

    @Test
    void aPageOfOthersIsRefusedInTheLanguageAndTheColorsThatWereChosen(Chromium chromium) {
        Page page = chromium.signIn("fr-MA", Somebody.with(accounts, Role.OBSERVER));
        page.click(".menu--me summary");
        page.click(".menu--me button[lang=ar]");
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        page.click(".menu--me summary");
        page.click(".menu--me button[data-theme-name=dark]");

        Response answer = page.navigate("/admin");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.locator("h1")).hasText("الولوج مرفوض");
    }
}
