package ma.mowakaba.web.help;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import ma.mowakaba.web.BrowserTest;
import ma.mowakaba.web.Chromium;
import org.junit.jupiter.api.Test;

/** A reader on the public site; that our own policy refuses nothing, the data for search engines included, is asked after each test. */
@BrowserTest
class HelpSiteIT {

    @Test
    void aReaderAsksInArabiziReadsThePassageAndTellsWhetherItAnswered(Chromium chromium) {
        Page page = chromium.page("ar-MA");
        page.navigate("/help");
        page.fill("input[name=q]", "kifach njeddedo lmaktab");
        page.press("input[name=q]", "Enter");
        assertThat(page.locator(".results mark").first()).isVisible();

        page.click(".results li:first-child h2 a");
        assertThat(page.locator("article h1")).hasText("تجديد المكتب والتصريح به");
        assertThat(page.locator("script[type='application/ld+json']")).hasCount(1);

        page.check("input[name=helped][value=true]");
        page.click(".opinion button");
        assertThat(page.locator(".opinion .notice--good")).isVisible();
    }

    @Test
    void whoeverFindsNothingReachesAPersonByChat(Chromium chromium) {
        Page page = chromium.page("fr-MA");
        page.navigate("/help/fr?q=recette+de+la+pastilla+au+poulet");
        page.click(".person a[href$='#chat']");
        page.click("mowakaba-chat .launcher");
        assertThat(page.locator("mowakaba-chat #panel")).isVisible();
    }
}
