package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Where mails come from: a mailbox that is read, one whose server is away, one whose mails are handed over. */
@BrowserTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "mowakaba.demo.database.home=target/test-mailbox-pages/mariadb",
            "mowakaba.demo.home=target/test-mailbox-pages",
            "mowakaba.mail.mailboxes[0].address=tatawo3@example.ma",
            "mowakaba.mail.mailboxes[0].host=127.0.0.1",
            "mowakaba.mail.mailboxes[0].port=1",
            "mowakaba.mail.mailboxes[0].user=tatawo3@example.ma",
            "mowakaba.mail.mailboxes[0].password=none",
            "mowakaba.mail.mailboxes[0].desk.domain=volunteering",
            "mowakaba.mail.mailboxes[1].address=tamwil@example.ma",
            "mowakaba.mail.mailboxes[1].desk.domain=funding",
            "mowakaba.mail.mailboxes[1].desk.language=fr"
        })
class MailboxPagesIT {

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient sql;

    @Test
    void aSupervisorReadsOnTheWallboardThatAMailboxIsInTroubleAndThenWhyAndWhatToDo(Chromium chromium) {
        Page page = chromium.signIn("fr-MA", Somebody.with(accounts, Role.SUPERVISOR));
        page.navigate("/wallboard");

        Locator line = page.locator("[data-part=mailline] a");
        assertThat(line).containsText("Des boîtes ne peuvent pas être relevées");
        assertThat(line.locator(".count")).hasText("1");
        line.click();

        Locator away = page.locator("section", new Page.LocatorOptions().setHasText("tatawo3@example.ma"));
        assertThat(away).containsText("En panne");
        assertThat(away).containsText("Le serveur ne répond pas");
        assertThat(away).containsText("aucun pare-feu");
        assertThat(page.locator("section", new Page.LocatorOptions().setHasText("tamwil@example.ma")))
                .containsText("Remise directe");
        assertThat(page.locator("section", new Page.LocatorOptions().setHasText("markaz@mowakaba.localhost")))
                .containsText("À jour");
    }

    @Test
    void howFarALargeMailboxHasBeenTakenMovesOnTheOpenPage(Chromium chromium) {
        Page page = chromium.signIn("fr-MA", Somebody.with(accounts, Role.SUPERVISOR));
        page.navigate("/mails/boxes");
        assertThat(page.locator("live-view")).hasAttribute("data-state", "live");
        Locator box = page.locator("section", new Page.LocatorOptions().setHasText("markaz@mowakaba.localhost"));
        assertThat(box.locator("progress")).hasCount(0);

        behind(10_000, 6_200);

        assertThat(box).containsText("6200 / 10000");
        assertThat(box.locator("progress")).hasAttribute("value", "38");
        assertThat(box).containsText("À jour");
    }

    @ParameterizedTest(name = "{0} at {1} pixels")
    @CsvSource({"ar-MA, 1440", "ar-MA, 390", "fr-MA, 1440", "fr-MA, 390"})
    void thePageCanBeUsedByEverybody(String locale, int width, Chromium chromium) {
        Page page = chromium.signIn(locale, Somebody.with(accounts, Role.SUPERVISOR));
        page.setViewportSize(width, 900);
        leave(32_000_000);
        behind(10_000, 6_200);
        page.navigate("/mails/boxes");

        assertThat(page.locator("progress")).hasCount(1);
        chromium.accessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/mailboxes-%s-%d.png".formatted(locale, width))));
    }

    /** Until the reader notes the mailbox again, within 15 seconds. */
    private void behind(int backlog, int behind) {
        sql.sql("update mail_mailbox set backlog = :backlog, behind = :behind where name like 'markaz%'")
                .param("backlog", backlog)
                .param("behind", behind)
                .update();
    }

    private void leave(long bytes) {
        sql.sql("insert ignore into mail_left (mailbox, uid_validity, uid, size, since, retry_at) select name,"
                        + " uid_validity, 7, :bytes, utc_timestamp(), date_add(utc_timestamp(), interval 1 day)"
                        + " from mail_mailbox where name like 'markaz%'")
                .param("bytes", bytes)
                .update();
    }
}
