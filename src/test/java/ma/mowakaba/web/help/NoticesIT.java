package ma.mowakaba.web.help;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.mail.Mailroom;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketChange;
import ma.mowakaba.ticket.TicketState;
import ma.mowakaba.ticket.Told;
import ma.mowakaba.web.BrowserTest;
import ma.mowakaba.web.Chromium;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody follows the link by which he wants no more notices. */
@BrowserTest
class NoticesIT {

    private final String writer = "membre-" + UUID.randomUUID() + "@example.ma";

    @Autowired
    Mailroom mailroom;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Told told;

    @Autowired
    GreenMail server;

    @Test
    void noticesAreStoppedByAButtonAndALinkThatIsCutLeadsToThePublicSite(Chromium chromium) {
        String path = linkOfANotice();
        Page page = chromium.page("fr-MA");
        page.navigate(path.replace("/help/fr/", "/help/ar/"));
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        chromium.accessible(page);

        page.navigate(path);
        chromium.accessible(page);
        page.click("main button");
        assertThat(page.locator("main .notice--good")).containsText("Vous ne recevrez plus d’avis");
        assertThat(page.locator("main button")).hasCount(0);
        assertThat(page.locator("header nav a[lang=ar]")).hasAttribute("href", Pattern.compile(".*stopped=true"));
        chromium.accessible(page);

        page.navigate(path.substring(0, path.length() - 3));
        assertThat(page.locator("h1")).hasText("Lien inconnu");
        page.click("main a");
        page.waitForURL(url -> url.contains("/help"));
    }

    private String linkOfANotice() {
        String mail = "From: " + writer + "\r\nSubject: Subvention\r\nMessage-ID: <" + UUID.randomUUID()
                + "@example.ma>\r\n\r\nBonjour, merci.\r\n";
        Ticket ticket = helpdesk.get(
                mailroom.accept(mail.getBytes(StandardCharsets.UTF_8)).ticket().orElseThrow());
        told.recontact(
                ticket.id(),
                new Told.Renewal("create-association", 1, Told.How.SENT, "La règle a changé.", "note"),
                DemoStaff.id("advisor"));
        await().atMost(Duration.ofSeconds(30)).until(() -> link().isPresent());
        Ticket now = helpdesk.get(ticket.id());
        helpdesk.change(now.id(), TicketChange.to(TicketState.CLOSED), now.version(), Optional.empty());
        return link().orElseThrow();
    }

    private Optional<String> link() {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> header(mail, "To").contains(writer))
                .map(mail -> header(mail, "List-Unsubscribe"))
                .filter(link -> !link.isEmpty())
                .map(link -> URI.create(link.replaceAll("[<>]", "")).getPath())
                .findFirst();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return Optional.ofNullable(mail.getHeader(name, ",")).orElse("");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
