package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.mail.Mailroom;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketChange;
import ma.mowakaba.ticket.TicketNumber;
import ma.mowakaba.ticket.TicketState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an advisor does with his cases all day, without reloading a page. */
@BrowserTest
class WorkspaceIT {

    @Autowired
    PresenceBoard presence;

    @Autowired
    Mailroom mailroom;

    @Autowired
    Helpdesk helpdesk;

    @Test
    void whatIsHalfWrittenIsStillThereAfterTheBrowserWasClosed(Floor floor, Chromium chromium) {
        String number = aCase();
        Floor.Desk desk = floor.comes(chromium, "fr-MA");
        Page page = desk.page();
        page.navigate("/tickets/" + number);
        page.waitForResponse(
                answer -> answer.url().endsWith("/draft"),
                () -> page.locator("#body").pressSequentially("À finir"));
        page.context().close();

        Page again = chromium.signIn("fr-MA", desk.who());
        again.navigate("/tickets/" + number);
        assertThat(again.locator("#body")).hasValue("À finir");
    }

    @Test
    void whoeverPausesSaysWhyAndIsGivenNothingUntilHeIsBack(Floor floor, Chromium chromium) {
        Floor.Desk desk = floor.comes(chromium, "ar-MA");
        Page page = desk.page();
        floor.available(desk);
        page.click("#presence summary");
        chromium.accessible(page);
        page.click("#presence button[hx-put$='reason=meal']");
        assertThat(page.locator("#presence summary")).containsText("وجبة");
        await().until(() -> presence.of(desk.who().id()).state() == Presence.State.PAUSED);
        floor.available(desk);
        await().until(() -> presence.of(desk.who().id()).state() == Presence.State.AVAILABLE);
    }

    @Test
    void whoeverOpensACaseSeesWhoElseHasItOpenAndWhatTheyChange(Floor floor, Chromium chromium) {
        String number = aCase();
        Floor.Desk first = floor.comes(chromium, "fr-MA");
        Floor.Desk second = floor.comes(chromium, "ar-MA");
        first.page().navigate("/tickets/" + number);
        second.page().navigate("/tickets/" + number);
        assertThat(first.page().locator(".case__main .notice"))
                .containsText(second.who().username());
        assertThat(second.page().locator(".case__main .notice"))
                .containsText(first.who().username());

        second.page().selectOption("#p-priority", "URGENT");
        assertThat(first.page().locator("#p-priority")).hasValue("URGENT");
        first.page().selectOption("#p-domain", "funding");
        assertThat(second.page().locator("#p-domain")).hasValue("funding");
        second.page().selectOption("#p-state", "on-hold");
        assertThat(first.page().locator("#p-state")).hasValue("on-hold");
        assertThat(first.page().evaluate("""
            number => fetch(`/tickets/${number}/properties?version=${document.querySelector('[name=version]').value}`)
                .then(answer => answer.status)\
            """, number))
                .as("what is shown already is not laid over what somebody is choosing")
                .isEqualTo(204);
    }

    @Test
    void aChoiceIsTakenThoughSomethingElseOfTheCaseChangedAndRefusedWhereTheSameDid(Floor floor, Chromium chromium) {
        Ticket ticket = helpdesk.get(new TicketNumber(aCase()));
        Floor.Desk desk = floor.comes(chromium, "fr-MA");
        Page page = desk.page();
        page.navigate("/tickets/" + ticket.number());
        page.route("**/tickets/*/properties*", asked -> {
            if (asked.request().method().equals("GET")) {
                asked.fulfill(new Route.FulfillOptions().setStatus(204));
            } else {
                asked.resume();
            }
        });
        change(ticket, change(Optional.of(Priority.URGENT), Optional.empty(), Optional.empty()));
        page.selectOption("#p-state", "on-hold");
        assertThat(page.locator("#p-priority")).hasValue("URGENT");
        assertThat(helpdesk.get(ticket.id()).state()).isEqualTo(TicketState.ON_HOLD);

        change(ticket, TicketChange.to(TicketState.RESOLVED));
        page.selectOption("#p-state", "open");
        assertThat(page.locator(".toast")).containsText("Le dossier a changé");
        assertThat(page.locator("#p-state")).hasValue("on-hold");
        page.unroute("**/tickets/*/properties*");
        page.evaluate("htmx.trigger(document.body, 'live:ticket')");
        assertThat(page.locator("#p-state")).hasValue("resolved");
        assertThat(helpdesk.get(ticket.id()).state()).isEqualTo(TicketState.RESOLVED);
        assertThat(page.evaluate("""
            () => Promise.all(["priority=NO&shown=URGENT", "priority=LOW&shown=NO", "state=open", "owner=me&shown="].map(body =>
                fetch(document.querySelector("#p-state").getAttribute("hx-put").split("?")[0], {
                    method: "PUT", body, headers: {
                        ...JSON.parse(document.body.getAttribute("hx-headers")),
                        "Content-Type": "application/x-www-form-urlencoded",
                    },
                }).then(answer => answer.status)))\
            """)).as("what cannot be read").isEqualTo(List.of(400, 400, 400, 400));
    }

    private void change(Ticket ticket, TicketChange change) {
        helpdesk.change(ticket.id(), _ -> change, Optional.empty());
    }

    private static TicketChange change(Optional<Priority> priority, Optional<StaffId> owner, Optional<String> subject) {
        return new TicketChange(
                Optional.empty(), priority, Optional.empty(), owner.map(Optional::of), Optional.empty(), subject);
    }

    @Test
    void whoeverThanksIsStillAnsweredWhatHeAskedFirst(Floor floor, Chromium chromium) {
        String sender = "hassan-" + UUID.randomUUID() + "@example.org";
        TicketNumber number = wrote(sender, "Récépissé", "L’autorité refuse le récépissé provisoire. Que dit la loi ?");
        wrote(sender, "Re: " + number.tag() + " Récépissé", "Parfait.");
        Page page = floor.comes(chromium, "fr-MA").page();
        page.navigate("/tickets/" + number);

        assertThat(page.locator("#suggestions > p")).containsText("première question");
        assertThat(page.locator("#suggestions passage-insert").first()).containsText("récépissé");
        page.fill("#ask", "Parfait.");
        assertThat(page.locator("#suggestions .empty")).containsText("La base ne contient pas de réponse");
        assertThat(page.locator("#suggestions passage-insert")).hasCount(0);
    }

    @Test
    void whatIsReadInACaseStaysOpenWhereSomethingIsAddedToIt(Floor floor, Chromium chromium) {
        TicketNumber number = wrote(
                "hassan-" + UUID.randomUUID() + "@example.org",
                "Re: Statuts",
                "Merci.\r\n\r\nLe lun. 23 nov. 2026 à 10:00, Centre <contact@example.ma> a écrit :\r\n"
                        + "> Votre demande est enregistrée.\r\n> Cordialement");
        Floor.Desk desk = floor.comes(chromium, "fr-MA");
        Page page = desk.page();
        page.navigate("/tickets/" + number);
        page.click(".folded summary");
        helpdesk.note(helpdesk.get(number).id(), desk.who().id(), "Vu avec la trésorerie.");

        assertThat(page.locator(".entry--note .said")).hasText("Vu avec la trésorerie.");
        assertThat(page.locator(".folded__text")).isVisible();
        assertThat(page.locator(".entry").last()).hasClass("entry entry--note");
    }

    @Test
    void whoeverWorksWithTheKeyboardStaysWhereHeIsWhenHisWorkMoves(Floor floor, Chromium chromium) {
        Floor.Desk desk = floor.comes(chromium, "fr-MA");
        Ticket first = helpdesk.get(new TicketNumber(aCase()));
        Ticket second = helpdesk.get(new TicketNumber(aCase()));
        List.of(first, second)
                .forEach(ticket -> change(
                        ticket, change(Optional.empty(), Optional.of(desk.who().id()), Optional.empty())));
        Page page = desk.page();
        page.navigate("/");
        Locator link = page.locator("[data-part=mine] a[href$='" + first.number() + "']");
        link.focus();
        change(second, change(Optional.empty(), Optional.empty(), Optional.of("Un autre objet")));

        assertThat(page.locator("[data-part=mine]")).containsText("Un autre objet");
        assertThat(link).isFocused();
    }

    @Test
    void aCaseHandedToAnotherDomainWaitsThereWithTheReasonForWhoeverTakesIt(Floor floor, Chromium chromium) {
        String number = aCase();
        Floor.Desk desk = floor.comes(chromium, "fr-MA");
        Page page = desk.page();
        page.navigate("/tickets/" + number);
        page.locator(".ticket__head button[hx-get$=handover]").click();
        assertThat(page.locator("dialog[open]")).isVisible();
        chromium.accessible(page);
        page.selectOption("#handover-to", "domain:award");
        page.click("#hand-over");
        assertThat(page.locator("dialog[open]")).isVisible();
        page.fill("#handover-why", "Il s’agit du Prix de la société civile.");
        page.click("#hand-over");

        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(page.locator("#p-domain")).hasValue("award");
        assertThat(page.locator(".entry--note .said")).hasText("Il s’agit du Prix de la société civile.");
        floor.available(desk);
        assertThat(page.locator("[data-part=mine]")).containsText(number);
        assertThat(page.locator("#p-owner option:checked"))
                .containsText(desk.who().username());
    }

    private String aCase() {
        String id = UUID.randomUUID().toString();
        return wrote("Hassan <hassan-" + id + "@example.org>", "Bonjour " + id, "Quels documents faut-il ?")
                .value();
    }

    private TicketNumber wrote(String sender, String subject, String text) {
        String mail = "From: " + sender + "\r\nTo: contact@example.ma\r\nSubject: " + subject + "\r\nMessage-ID: <"
                + UUID.randomUUID() + "@example.org>\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
        return mailroom.accept(mail.getBytes(StandardCharsets.UTF_8)).ticket().orElseThrow();
    }
}
