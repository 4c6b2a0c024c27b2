package ma.mowakaba.web.kb;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import ma.mowakaba.web.BrowserTest;
import ma.mowakaba.web.Chromium;
import ma.mowakaba.web.Somebody;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One person imports files, another publishes them together. */
@BrowserTest
class SeveralPublicationsIT {

    @Autowired
    Accounts accounts;

    private final String theme = "import-" + UUID.randomUUID().toString().substring(0, 8);
    private final String list = "/articles?state=review&q=" + theme;

    @Test
    void whatWasImportedTogetherIsPublishedTogetherAndTheAnswerSaysWhatWasNot(Chromium chromium) throws IOException {
        Page writer = chromium.signIn("ar-MA", Somebody.with(accounts, Role.EDITOR));
        bring(writer);
        writer.navigate(list);
        assertThat(choices(writer)).hasCount(0);
        assertThat(writer.locator("main table")).containsText("ينشره شخص آخر");

        Page reviewer = chromium.signIn("ar-MA", Somebody.with(accounts, Role.EDITOR));
        reviewer.onDialog(Dialog::accept);
        reviewer.navigate(list);
        assertThat(choices(reviewer)).hasCount(6);
        reviewer.locator(".choosing a").click();
        assertThat(reviewer.locator("input[name=chosen]:checked")).hasCount(6);
        choices(reviewer).nth(1).focus();
        reviewer.keyboard().press("Space");
        chromium.accessible(reviewer);

        writer.navigate("/articles/" + theme + "-c/ar");
        writer.fill("#return-reason", "ينقص المصدر");
        writer.locator("form:has(#return-reason) button").click();
        assertThat(writer.locator("#draft-title + .badge")).hasClass("badge badge--draft");

        reviewer.locator(".choosing button").click();
        Locator report = reviewer.locator(".report");
        assertThat(report).isFocused();
        assertThat(report.locator(".notice--good")).hasText("نصوص نُشرت: 4");
        assertThat(report.locator(".notice--bad")).hasText("نصوص لم تُنشر: 1");
        assertThat(report).containsText("تغيرت المسودة");
        assertThat(report.locator("li a")).hasAttribute("href", "/articles/" + theme + "-c/ar");
        assertThat(choices(reviewer)).hasCount(1);
        chromium.accessible(reviewer);

        Page stranger = chromium.page("ar-MA");
        stranger.navigate("/help/" + theme + "-b?lang=ar");
        assertThat(stranger.locator("article")).containsText("60");
    }

    /** The files of an article of the project under three other names. */
    private void bring(Page writer) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream files = new ZipOutputStream(zip)) {
            for (String end : new String[] {"-a", "-b", "-c"}) {
                for (String language : new String[] {"ar", "fr"}) {
                    files.putNextEntry(new ZipEntry(theme + end + "/" + language + ".md"));
                    String text = Files.readString(Path.of("kb/articles/create-association", language + ".md"));
                    files.write(text.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        writer.navigate("/articles/files");
        writer.setInputFiles("#file", new FilePayload("articles.zip", "application/zip", zip.toByteArray()));
        writer.locator("form:has(#file) button.button--main").click();
        assertThat(writer).hasURL(Pattern.compile(".*/files/.+"));
        writer.locator("main form button.button--main").click();
        assertThat(writer.locator(".notice--good")).containsText("6");
    }

    private static Locator choices(Page page) {
        return page.locator("main table input[name=chosen]");
    }
}
