package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.mowakaba.calendar.MoroccanZone;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.mail.MailStops;
import ma.mowakaba.mail.Mailroom;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import ma.mowakaba.ticket.TicketNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What could not be filed is where somebody sees it. */
@BrowserTest
class HeldMailsIT {

    @Autowired
    Accounts accounts;

    @Autowired
    Mailroom mailroom;

    @Autowired
    MailStops stops;

    @Autowired
    Router router;

    private Set<ContactId> waited = Set.of();

    @BeforeEach
    void begin() {
        waited = waiting();
    }

    /** Nobody answers these mails: they would be in the way of those of other tests. */
    @AfterEach
    void leave() {
        waiting().stream().filter(contact -> !waited.contains(contact)).forEach(router::cancel);
    }

    private Set<ContactId> waiting() {
        return router.waiting(10_000).stream().map(Router.Waiting::contact).collect(Collectors.toSet());
    }

    @Test
    void filedMailsAreReadAgainOneFromItsCaseOrAllOfSomeDaysWithTheirProgress(Chromium chromium) {
        String number = mailroom.accept(("From: membre-" + UUID.randomUUID()
                                + "@example.ma\r\nSubject: Statuts\r\nMessage-ID: <" + UUID.randomUUID()
                                + "@example.ma>\r\n\r\nBonjour\r\n")
                        .getBytes(StandardCharsets.UTF_8))
                .ticket()
                .orElseThrow()
                .value();
        Page page = chromium.signIn("ar-MA", Somebody.with(accounts, Role.SUPERVISOR));
        page.navigate("/mails/held");
        String today = LocalDate.now(MoroccanZone.get()).toString();
        page.fill("#readings-first", today);
        page.fill("#readings-last", today);
        page.click("#read-again");
        assertThat(page.locator("#readings tbody tr").first()).containsText(Pattern.compile("([1-9][0-9]*) / \\1"));
        chromium.accessible(page);

        page.navigate("/tickets/" + number);
        page.locator(".reread").first().click();
        Locator told = page.locator(".entry--in [role=status]");
        assertThat(told).hasText("لا تغيير");
        page.waitForResponse(
                answer -> answer.url().endsWith("/timeline"),
                () -> page.evaluate("htmx.trigger(document.body, 'live:ticket')"));
        page.evaluate("new Promise(requestAnimationFrame)");
        assertThat(told).hasText("لا تغيير");
    }

    @Test
    void anOrderIsShownThoughTheListArrivedWhileItWasMade(Chromium chromium) {
        Page page = chromium.signIn("fr-MA", Somebody.with(accounts, Role.SUPERVISOR));
        Deque<Route> asked = new ArrayDeque<>();
        page.route("**/mails/readings", asked::add);
        page.navigate("/mails/held");
        page.waitForCondition(() -> asked.size() == 1);
        page.fill("#readings-first", "2020-01-01");
        page.fill("#readings-last", "2020-01-01");
        page.click("#read-again");
        page.waitForCondition(() -> asked.size() == 2);
        page.evaluate("window.was = document.querySelector('#readings')");
        asked.remove().resume();
        page.waitForCondition(() -> page.evaluate("window.was.isConnected").equals(false));
        page.unroute("**/mails/readings");
        asked.remove().resume();

        assertThat(page.locator("#readings tbody tr").first()).containsText("2020");
    }

    @Test
    void aSupervisorSeesThatAMailIsHeldWhyAndWhatItWasAndTriesAgain(Chromium chromium) throws Exception {
        byte[] noMail = (UUID.randomUUID() + " nothing of this is a mail").getBytes(StandardCharsets.UTF_8);
        Page page = chromium.signIn("fr-MA", Somebody.with(accounts, Role.SUPERVISOR));
        page.navigate("/wallboard");
        assertThat(page.locator("live-view")).hasAttribute("data-state", "live");
        int before = mailroom.held();
        mailroom.accept(noMail);

        Locator told = page.locator("[data-part=held] a");
        assertThat(told.locator(".count")).hasText(String.valueOf(before + 1));
        told.click();
        Locator row = page.locator("#held tbody tr").first();
        assertThat(row).containsText("Rien dans ces données n’indique un courriel");
        chromium.accessible(page);
        Download original =
                page.waitForDownload(() -> row.locator("a[download]").click());
        assertThat(Files.readAllBytes(original.path())).isEqualTo(noMail);
        row.locator("button").first().click();
        assertThat(page.locator("main .notice")).hasText("Il ne peut toujours pas être enregistré.");
        assertThat(page.locator("#held tbody tr")).hasCount(before + 1);
    }

    @Test
    void whatAFilterFoundUnwantedIsPutInACaseByWhoeverKnowsBetter(Chromium chromium) {
        String sender = "voulu-" + UUID.randomUUID() + "@example.ma";
        mailroom.accept(mail(sender, "X-Spam-Flag: YES\r\n"));
        Page page = chromium.signIn("ar-MA", Somebody.with(accounts, Role.SUPERVISOR));
        page.navigate("/mails/held");

        Locator row = page.locator("#held tbody tr").filter(new Locator.FilterOptions().setHasText(sender));
        assertThat(row).containsText("غير مرغوب فيها");
        row.getByText("تسجيل في ملف").click();

        assertThat(page.locator("main .notice--good")).containsText("سُجلت في الملف");
        assertThat(row).hasCount(0);
    }

    @Test
    void whoWasStoppedIsLetThroughAgain(Chromium chromium) {
        String sender = "machine-" + UUID.randomUUID() + "@example.ma";
        TicketNumber number = mailroom.accept(mail(sender, "")).ticket().orElseThrow();
        while (stops.now().stream().noneMatch(stop -> stop.subject().equals(number.value()))) {
            mailroom.accept(mail(sender, "Subject: Re: " + number.tag() + "\r\n"));
        }
        Page page = chromium.signIn("fr-MA", Somebody.with(accounts, Role.SUPERVISOR));
        page.navigate("/mails/held");

        Locator row = page.locator("#stops tbody tr").filter(new Locator.FilterOptions().setHasText(number.value()));
        assertThat(row).containsText("Le dossier reçoit plus de courriels");
        chromium.accessible(page);
        row.locator("button").click();

        assertThat(row).hasCount(0);
        assertThat(mailroom.accept(mail(sender, "Subject: Re: " + number.tag() + "\r\n"))
                        .ticket())
                .contains(number);
    }

    private static byte[] mail(String sender, String headers) {
        String mail = "From: " + sender + "\r\n" + headers + "Subject: Question\r\nMessage-ID: <" + UUID.randomUUID()
                + "@example.ma>\r\n\r\nBonjour\r\n";
        return mail.getBytes(StandardCharsets.UTF_8);
    }
}
