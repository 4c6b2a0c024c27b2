package ma.mowakaba.web.kb;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import ma.mowakaba.web.BrowserTest;
import ma.mowakaba.web.Chromium;
import ma.mowakaba.web.Somebody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One person writes, another reviews and publishes, a stranger finds it. */
@BrowserTest
class EditorIT {

    @Autowired
    Accounts accounts;

    @ParameterizedTest(name = "in {1}")
    @CsvSource({
        "fr-MA, fr, Les cadrans de hauteur, Le cadran de hauteur lit l’heure à la hauteur du soleil., Demander la"
                + " relecture, Publier maintenant, fin septembre",
        "ar-MA, ar, مزاول الارتفاع, تقرأ مزولة الارتفاع الساعة من علو الشمس في السماء., طلب المراجعة, نشر الآن, آخر"
                + " شتنبر"
    })
    void whatOneWritesAnotherPublishesAndTheSearchFinds(
            String locale,
            String language,
            String title,
            String sentence,
            String submit,
            String publish,
            String keyword,
            Chromium chromium) {
        String slug = "journey-" + UUID.randomUUID().toString().substring(0, 8);
        Page writer = chromium.signIn(locale, Somebody.with(accounts, Role.EDITOR));
        assertThat(writer).hasURL(java.util.regex.Pattern.compile(".*/articles"));
        writer.navigate("/articles/new");
        writer.fill("#slug", slug);
        writer.selectOption("#language", language);
        writer.selectOption("#domain", "general");
        writer.click("main form button.button--main");
        Locator kept = writer.locator("#kept");
        assertThat(kept.locator(".faults a").first()).hasAttribute("href", "#f-title");
        chromium.accessible(writer);

        writer.fill("#f-title", title);
        writer.fill("#f-summary", sentence);
        writer.fill("#f-audience", sentence);
        writer.fill("#f-body", writer.inputValue("#f-body") + "\n\n" + sentence + "\n");
        writer.fill("#f-keywords", keyword);
        assertThat(kept.locator(".fine")).isVisible();
        writer.locator("a[data-leave]").last().click();
        button(writer, submit).click();
        assertThat(writer.locator("#draft-title + .badge"))
                .hasClass(java.util.regex.Pattern.compile(".*badge--review.*"));
        assertThat(button(writer, publish)).hasCount(0);

        Page reviewer = chromium.signIn(locale, Somebody.with(accounts, Role.ADMINISTRATOR));
        reviewer.navigate("/articles?state=review&q=" + slug);
        reviewer.locator("main table a[lang=" + language + "]").click();
        chromium.accessible(reviewer);
        button(reviewer, publish).click();
        assertThat(reviewer.locator(".notice--good")).isVisible();

        Page stranger = chromium.page(locale);
        stranger.navigate("/help?q=" + title);
        Locator found = stranger.locator("main a[href*='" + slug + "']").first();
        assertThat(found).containsText(title);
        found.click();
        assertThat(stranger.locator("article")).containsText(sentence);
    }

    private static Locator button(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
