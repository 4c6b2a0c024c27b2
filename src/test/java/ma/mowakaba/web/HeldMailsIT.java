package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.UUID;
import ma.mowakaba.mail.Mailroom;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What could not be filed is where somebody sees it. */
@BrowserTest
class HeldMailsIT {

    @Autowired
    Accounts accounts;

    @Autowired
    Mailroom mailroom;

    @Test
    void aSupervisorSeesThatAMailIsHeldWhyAndWhatItWasAndTriesAgain(Chromium chromium) throws Exception {
        byte[] noMail =
                (UUID.randomUUID() + " nothing of this is a mail").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Page page = chromium.signIn("fr-MA", Somebody.with(accounts, Role.SUPERVISOR));
        page.navigate("/wallboard");
        assertThat(page.locator("live-view")).hasAttribute("data-state", "live");
        int before = mailroom.held();
        mailroom.accept(noMail);

        Locator told = page.locator("[data-part=held] a");
        assertThat(told.locator(".count")).hasText(String.valueOf(before + 1));
        told.click();
        Locator row = page.locator("tbody tr").first();
        assertThat(row).containsText("Rien dans ces données n’indique un courriel");
        chromium.accessible(page);
        Download original =
                page.waitForDownload(() -> row.locator("a[download]").click());
        assertThat(Files.readAllBytes(original.path())).isEqualTo(noMail);
        row.locator("button").click();
        assertThat(page.locator("main .notice")).hasText("Il ne peut toujours pas être enregistré.");
        assertThat(page.locator("tbody tr")).hasCount(before + 1);
    }
}
