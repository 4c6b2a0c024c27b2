package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.mail.Mailroom;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketChange;
import ma.mowakaba.ticket.TicketState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An advisor makes two cases one, and two again. */
@BrowserTest
class MergeIT {

    private final String key = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    Mailroom mailroom;

    @Autowired
    Helpdesk helpdesk;

    private final List<Ticket> opened = new ArrayList<>();

    /** What waits in the line would be given to those of the next test. */
    @AfterEach
    void close() {
        opened.stream()
                .map(ticket -> helpdesk.surviving(ticket.id()))
                .filter(ticket -> ticket.state().unfinished())
                .distinct()
                .forEach(ticket -> helpdesk.change(
                        ticket.id(), TicketChange.to(TicketState.CLOSED), ticket.version(), Optional.empty()));
    }

    @Test
    void twoCasesOfOnePersonAreComparedMergedAndSeparatedAgain(Floor floor, Chromium chromium) {
        String writer = "membre-" + UUID.randomUUID() + "@example.ma";
        String part = opened(writer, "Récépissé provisoire " + key, "Où est mon récépissé ?");
        String whole = opened(writer, "Récépissé, suite " + key, "Je rappelle mon courriel.");
        Page page = floor.comes(chromium, "fr-MA").page();
        page.navigate("/tickets/" + part);

        page.click("#merge");
        assertThat(page.locator(".choices label")).hasCount(1);
        assertThat(page.locator(".choices .number")).hasText(whole);
        assertThat(page.locator(".choices strong")).hasText("Récépissé, suite " + key);
        assertThat(page.locator(".choices .number").boundingBox().y)
                .isLessThan(page.locator(".choices strong").boundingBox().y - 10);
        chromium.accessible(page);
        page.check(".choices input[value='" + whole + "']");
        page.click("#look-at-both");
        assertThat(page.locator(".side")).hasCount(2);
        assertThat(page.locator("#two-people")).hasCount(0);
        chromium.accessible(page);
        page.click("#merge-now");

        page.waitForURL(url -> url.contains("/tickets/" + whole));
        assertThat(page.locator("#sought-part")).containsText(part);
        assertThat(page.locator(".entry--in .said")).hasCount(2);
        assertThat(page.locator(".entry--event", new Page.LocatorOptions().setHasText("fusionné")))
                .containsText(part);
        assertThat(page.locator(".parts li")).containsText("Récépissé provisoire " + key);
        chromium.accessible(page);

        page.navigate("/tickets/" + part);
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/tickets/" + whole + "\\?part=" + part));
        page.onDialog(dialog -> dialog.accept());
        page.locator(".parts button").click();
        page.waitForURL(url -> url.endsWith("/tickets/" + part));
        assertThat(page.locator("#p-state")).hasValue("open");
        assertThat(page.locator(".entry--in .said")).hasText("Où est mon récépissé ?");
    }

    @Test
    void ofTwoPeopleTheAdvisorIsWarnedAndChoosesWhomHeAnswers(Floor floor, Chromium chromium) {
        String his = opened("driss-" + UUID.randomUUID() + "@example.ma", "دعم المشروع " + key, "متى يصل الدعم؟");
        String hers = opened("salma-" + UUID.randomUUID() + "@example.ma", "شراكة " + key, "أين وصل طلب الشراكة؟");
        Page page = floor.comes(chromium, "ar-MA").page();
        page.navigate("/tickets/" + his);

        page.click("#merge");
        page.fill("#merge-number", hers);
        page.click("#look-at-both");
        assertThat(page.locator("#two-people")).isVisible();
        chromium.accessible(page);
        page.click("#merge-now");
        page.waitForURL(url -> url.contains("/tickets/" + hers));
        assertThat(page.locator(".entry--in .mark--warns")).containsText(his);
        assertThat(page.locator("#composer input[type=checkbox][name=copies]")).hasCount(0);

        page.selectOption("#answer-to", his);
        page.fill("#body", "هذا الجواب لدريس وحده.");
        page.click("#send");
        assertThat(page.locator(".entry--out", new Page.LocatorOptions().setHasText("لدريس وحده")))
                .containsText("driss-");
    }

    @Test
    void whatIsQuotedAndSignedIsFoldedAndANumberCanBeCalled(Floor floor, Chromium chromium) {
        String number = opened(
                "membre-" + UUID.randomUUID() + "@example.ma",
                "Re: statuts " + key,
                "Appelez-moi au 06 61 22 33 44, merci.\n\n"
                        + "Envoyé de mon iPhone\n\n"
                        + "Le 23/11/2026 à 12:00, Markaz a écrit :\n"
                        + "> Bonjour,\n"
                        + "> voici les statuts.");
        Page page = floor.comes(chromium, "fr-MA").page();
        page.navigate("/tickets/" + number);

        assertThat(page.locator(".entry--in .said")).hasText("Appelez-moi au 06 61 22 33 44, merci.");
        assertThat(page.locator(".entry--in .said__link")).hasText("06 61 22 33 44");
        assertThat(page.locator(".folded")).hasCount(2);
        assertThat(page.locator(".folded__text").last()).isHidden();
        page.locator(".folded summary").last().click();
        assertThat(page.locator(".folded__text").last()).containsText("voici les statuts");
        chromium.accessible(page);
    }

    private String opened(String from, String subject, String text) {
        String raw = "From: " + from + "\r\nTo: markaz@mowakaba.localhost\r\nSubject: " + subject + "\r\nMessage-ID: <"
                + UUID.randomUUID() + "@example.ma>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: 8bit\r\n\r\n" + text.replace("\n", "\r\n") + "\r\n";
        Ticket ticket = helpdesk.get(
                mailroom.accept(raw.getBytes(StandardCharsets.UTF_8)).ticket().orElseThrow());
        opened.add(ticket);
        return ticket.number().value();
    }
}
