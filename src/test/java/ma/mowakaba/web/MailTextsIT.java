package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.mail.MailTemplates;
import ma.mowakaba.mail.MailTemplates.Kind;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The texts of automatic mails, changed by those who answer for them. */
@BrowserTest
class MailTextsIT {

    @Autowired
    Accounts accounts;

    @Autowired
    MailTemplates templates;

    @AfterEach
    void deliveredTextsAgain() {
        templates.of(Kind.ACKNOWLEDGEMENT).stream()
                .filter(one -> one.version() > 0)
                .forEach(one -> templates.restore(Kind.ACKNOWLEDGEMENT, one.language(), one.version()));
    }

    @Test
    void aSupervisorWritesATextSeesItAsItsReaderWillAndGoesBackToTheDeliveredOne(Chromium chromium) {
        Page page = chromium.signIn("fr-MA", Somebody.with(accounts, Role.SUPERVISOR));
        page.navigate("/mails/texts");
        Locator french = page.locator("#side-fr");
        Locator arabic = page.locator("#side-ar textarea");
        assertThat(arabic).hasAttribute("dir", "rtl");
        String delivered = french.locator("textarea").inputValue();
        chromium.accessible(page);

        french.locator("textarea").fill("Bonjour,\n\nVotre dossier {numero} est ouvert.");
        french.locator("button.button--main").click();
        assertThat(french.locator("[role=alert] li")).hasText(new String[] {
            "{numero} n’est pas un champ de ce texte.", "Il manque {number}, sans lequel ce texte ne sert à rien."
        });
        assertThat(french.locator("textarea")).hasValue("Bonjour,\n\nVotre dossier {numero} est ouvert.");

        arabic.fill("لم يُحفظ بعد");
        french.locator("textarea").fill("Bonjour,\n\nVotre dossier [{number}] est ouvert.");
        french.locator("button:not([type])").click();
        assertThat(page.frameLocator("iframe[name=preview-fr]").locator("p").nth(1))
                .hasText("Votre dossier [2026-000123] est ouvert.");
        french.locator("button.button--main").click();
        assertThat(french.locator("[role=status]")).hasText("Le texte est enregistré.");
        assertThat(arabic).hasValue("لم يُحفظ بعد");
        assertThat(templates.of(Kind.ACKNOWLEDGEMENT).get(1).text())
                .isEqualTo("Bonjour,\n\nVotre dossier [{number}] est ouvert.");
        assertThat(templates.of(Kind.ACKNOWLEDGEMENT).get(1).language()).isEqualTo(Language.FR);

        page.onDialog(dialog -> dialog.accept());
        french.locator("button.button--plain").click();
        assertThat(french.locator("textarea")).hasValue(delivered);
        assertThat(french.locator(".card__head")).containsText("Texte d’origine");
    }

    @Test
    void thePageIsReadInArabicAndOnATelephone(Chromium chromium) {
        Page page = chromium.signIn("ar-MA", Somebody.with(accounts, Role.ADMINISTRATOR));
        for (int width : new int[] {1440, 390}) {
            page.setViewportSize(width, 900);
            page.navigate("/mails/texts/rule");
            page.locator("#side-ar button:not([type])").click();
            assertThat(page.frameLocator("iframe[name=preview-ar]").locator("p").first())
                    .isVisible();
            chromium.accessible(page);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
    }
}
