package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ma.mowakaba.web.Glyphs.inOrder;
import static ma.mowakaba.web.Glyphs.leftOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.mowakaba.mail.Mailroom;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketChange;
import ma.mowakaba.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Text of both directions as it is read on the advisor's screen, in a page of either direction: where each character stands. */
@BrowserTest
class BidiIT {

    private static final String ARABIC = """
        CNDP طلبت رقم [2026-000003] والقانون 06-18 قبل 15/03/2026، والرئيسة Zineb El Alaoui.
        +212 5 22 00 00 00
        Le dossier de جمعية الأمل للتنمية 2026-004321 est complet.
        الهاتف: 05 37 00 11 22 أو 0661-22-33-44
        Objet de la lettre de mars : القانون 07-19 والجمعيات\
        """;

    private final String key = UUID.randomUUID().toString().substring(0, 6);

    @Autowired
    Mailroom mailroom;

    @Autowired
    Helpdesk helpdesk;

    private Ticket ticket;

    /** What waits in the line would be given to those of the next test. */
    @AfterEach
    void close() {
        Ticket now = helpdesk.get(ticket.id());
        helpdesk.change(now.id(), TicketChange.to(TicketState.CLOSED), now.version(), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-MA", "fr-MA"})
    void numbersStayInOrderAndNamesWholeInAMessageOfBothDirections(String locale, Floor floor, Chromium chromium) {
        String asked = "Relance de la demande du mois de mars " + key + " : ملف 06-18 رقم 2026-000003 للجمعية";
        ticket = opened(asked, ARABIC);
        Floor.Desk desk = floor.comes(chromium, locale);
        helpdesk.note(ticket.id(), desk.who().id(), ARABIC);
        Page page = desk.page();
        page.navigate("/tickets/" + ticket.number());

        for (String where : List.of(".entry--in .said", ".entry--note .said")) {
            Locator said = page.locator(where);
            Stream.of(
                            "[2026-000003]",
                            "06-18",
                            "07-19",
                            "15/03/2026",
                            "Zineb El Alaoui",
                            "+212 5 22 00 00 00",
                            "2026-004321",
                            "05 37 00 11 22",
                            "0661-22-33-44",
                            "CNDP")
                    .forEach(run -> assertThat(inOrder(said, run)).as(run).isTrue());
            assertThat(leftOf(said, "قبل", "[2026-000003]")).isTrue();
            assertThat(leftOf(said, "طلبت", "CNDP")).isTrue();
            assertThat(leftOf(said, "والجمعيات", "07-19")).isTrue();
            assertThat(leftOf(said, "جمعية الأمل للتنمية", "2026-004321")).isTrue();
            assertThat(said.textContent()).isEqualTo(ARABIC);
            assertThat(Glyphs.copied(said)).isEqualTo(ARABIC);
        }
        Locator subject = page.locator("#case-title");
        assertThat(inOrder(subject, "06-18") && inOrder(subject, "2026-000003")).isTrue();
        assertThat(leftOf(subject, "للجمعية", "2026-000003") && leftOf(subject, "06-18", "ملف"))
                .isTrue();
        assertThat(subject).hasText(asked);
        for (int width : new int[] {390, 1440}) {
            page.setViewportSize(width, 900);
            assertThat(inOrder(
                            page.locator(".entry--automatic .said"),
                            ticket.number().tag()))
                    .isTrue();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots/bidi-" + locale + "-" + width + ".png"))
                    .setFullPage(true));
        }
        page.navigate("/tickets?q=" + key);
        assertThat(inOrder(page.locator(".table tbody"), "06-18")).isTrue();
    }

    private Ticket opened(String subject, String text) {
        String mail = "From: membre-" + UUID.randomUUID() + "@example.ma\nSubject: " + subject + "\nMessage-ID: <"
                + UUID.randomUUID() + "@example.ma>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
                + "Content-Transfer-Encoding: 8bit\n\n" + text + "\n";
        byte[] raw = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return helpdesk.get(mailroom.accept(raw).ticket().orElseThrow());
    }
}
