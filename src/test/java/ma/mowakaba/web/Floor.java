package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.Fresh;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.PresenceBoard;
import org.springframework.beans.factory.BeanFactory;

/** Where advisors of a test sit: they come, say that they are available, and are gone when the test is over. */
public final class Floor implements AutoCloseable {

    private static final String QUEUE = "general-fr";

    private final Accounts accounts;
    private final Domains domains;
    private final PresenceBoard presence;
    private final ExchangeSimulator exchange;
    private final List<Somebody> here = new ArrayList<>();

    Floor(BeanFactory center) {
        this.accounts = center.getBean(Accounts.class);
        this.domains = center.getBean(Domains.class);
        this.presence = center.getBean(PresenceBoard.class);
        this.exchange = center.getBean(ExchangeSimulator.class);
    }

    /** Somebody at his desk, and what he looks at. */
    public record Desk(Somebody who, Page page) {}

    /** @return an advisor who answers everything, with a telephone, whose screen is live and who is not available yet */
    public Desk comes(Chromium chromium, String locale) {
        String extension = Fresh.extension(7);
        Somebody who = Somebody.answeringEverything(accounts, domains, Optional.of(extension));
        Page page = chromium.signIn(locale, who);
        assertThat(page.locator("live-view")).hasAttribute("data-state", "live");
        here.add(who);
        return new Desk(who, page);
    }

    /** By the switch on his screen. */
    public void available(Desk desk) {
        desk.page().click("#presence summary");
        desk.page().click("#be-available");
        assertThat(desk.page().locator("#presence summary .dot--available")).isVisible();
    }

    /** The exchange may ring him. */
    public void rings(Desk desk) {
        available(desk);
        String device = accounts.get(desk.who().id()).extension().orElseThrow();
        await().until(() -> named(exchange.members(QUEUE), device) && !named(exchange.pausedMembers(QUEUE), device));
    }

    private static boolean named(List<String> members, String device) {
        return members.stream().anyMatch(one -> one.contains(device));
    }

    @Override
    public void close() {
        here.forEach(somebody -> presence.offline(somebody.id()));
    }
}
