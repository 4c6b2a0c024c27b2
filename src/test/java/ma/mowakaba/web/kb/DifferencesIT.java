package ma.mowakaba.web.kb;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import ma.mowakaba.web.BrowserTest;
import ma.mowakaba.web.Chromium;
import ma.mowakaba.web.Glyphs;
import ma.mowakaba.web.Somebody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What changed in a text of both directions, as it is read. */
@BrowserTest
class DifferencesIT {

    @Autowired
    Accounts accounts;

    @ParameterizedTest
    @ValueSource(strings = {"ar-MA", "fr-MA"})
    void aNumberBesideArabicWordsStaysInOrder(String locale, Chromium chromium) {
        Page page = chromium.signIn(locale, Somebody.with(accounts, Role.EDITOR));
        page.navigate("/articles/accounting-obligations/fr");
        page.locator("form[action$='/draft'] button").click();
        page.fill("#f-title", "Dossier de جمعية الأمل 06-18");
        page.fill("#f-summary", "Le dossier الجمعية رقم 2026-000003 للتنمية est complet.");
        assertThat(page.locator("#kept .fine")).isVisible();
        page.locator("a[data-leave]").last().click();

        page.locator("a[href*='/differences']").click();
        Locator lines = page.locator(".diff");
        assertThat(Glyphs.inOrder(lines.nth(0), "06-18")).isTrue();
        assertThat(Glyphs.leftOf(lines.nth(0), "الأمل", "06-18")).isTrue();
        assertThat(Glyphs.inOrder(lines.nth(1), "2026-000003")).isTrue();
        chromium.accessible(page);

        page.goBack();
        page.onDialog(Dialog::accept);
        page.locator("[hx-delete]").click();
        assertThat(page.locator("#draft-title")).hasCount(0);
    }
}
