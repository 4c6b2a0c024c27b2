package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayDeque;
import java.util.Deque;
import ma.mowakaba.demo.DemoSite;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The third journey from both ends: a visitor of a foreign site, and the advisors who answer him. */
@BrowserTest
class ChatJourneyIT {

    @Autowired
    DemoSite site;

    @Test
    void aChatComesToTheAdvisorsDeskIsAnsweredFromTheKnowledgeBaseAndEnds(Floor floor, Chromium chromium) {
        Floor.Desk desk = floor.comes(chromium, "fr-MA");
        floor.available(desk);
        Page visitor = asks(chromium, "fr", "Quels documents faut-il pour créer une association ?");

        Page page = desk.page();
        opens(page, "Quels documents faut-il");
        assertThat(page.locator(".line--visitor .said"))
                .hasText("Quels documents faut-il pour créer une association ?");
        page.locator("passage-insert button").first().click();
        assertThat(page.locator("#body")).hasValue(java.util.regex.Pattern.compile("[\\s\\S]*Source\\s:[\\s\\S]*"));
        chromium.accessible(page);
        page.click("#send");
        assertThat(visitor.locator(".line.advisor")).containsText("Source :");

        String answered = page.locator("#answered").inputValue();
        says(visitor, "Merci, et où faut-il les déposer ?");
        assertThat(page.locator(".line--visitor .said").last()).hasText("Merci, et où faut-il les déposer ?");
        assertThat(page.locator("#answered")).not().hasValue(answered);
        page.fill("#ask", "dissolution");
        assertThat(page.locator("passage-insert strong").first()).containsText("issoudre");
        says(visitor, "Et le récépissé ?");
        assertThat(page.locator(".line--visitor .said").last()).hasText("Et le récépissé ?");
        assertThat(page.locator("passage-insert strong").first()).containsText("issoudre");
        Deque<Route> sent = new ArrayDeque<>();
        page.route("**/chats/*/lines", asked -> {
            if (asked.request().method().equals("POST")) {
                sent.add(asked);
            } else {
                asked.resume();
            }
        });
        page.fill("#body", "Auprès de l’autorité locale.");
        page.click("#send");
        page.waitForCondition(() -> !sent.isEmpty());
        page.locator("#body").pressSequentially("Puis ");
        sent.remove().resume();
        assertThat(visitor.locator(".line.advisor").last()).containsText("Auprès de l’autorité locale.");
        assertThat(page.locator("#body")).hasValue("Puis ");
        page.click("#send");
        page.waitForCondition(() -> !sent.isEmpty());
        sent.remove().abort();
        assertThat(page.locator(".toast")).isVisible();
        assertThat(page.locator("#body")).hasValue("Puis ");
        page.unroute("**/chats/*/lines");

        page.locator(".ticket__head .button--end").click();
        assertThat(page.locator(".ticket__head .badge--closed")).isVisible();
        assertThat(visitor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nouvelle conversation")))
                .isVisible();
        assertThat(page.locator(".says")).isHidden();
        page.locator(".ticket__head a.button .number").click();
        assertThat(page.locator(".entry--in .said")).hasCount(3);
        assertThat(page.locator(".entry--out .said")).hasCount(2);
    }

    @Test
    void aChatIsHandedToAColleagueWhoReadsWhyAndGoesOn(Floor floor, Chromium chromium) {
        Floor.Desk first = floor.comes(chromium, "ar-MA");
        floor.available(first);
        Page visitor = asks(chromium, "ar", "بغيت نعرف كيفاش نطلبو الدعم العمومي");
        Page page = first.page();
        opens(page, "بغيت نعرف كيفاش");
        Floor.Desk second = floor.comes(chromium, "ar-MA");
        floor.available(second);

        page.locator(".ticket__head button", new Page.LocatorOptions().setHasText("تحويل"))
                .click();
        page.selectOption("#handover-to", "advisor:" + second.who().id());
        page.fill("#handover-why", "أنت أعلم بالدعم");
        page.click("#hand-over");
        assertThat(page.locator("[data-part=mine]")).not().containsText("بغيت نعرف كيفاش");

        opens(second.page(), "بغيت نعرف كيفاش");
        second.page().fill("#body", "مرحبا، أنا معكم الآن.");
        second.page().click("#send");
        assertThat(visitor.locator(".line.advisor").last()).containsText("مرحبا، أنا معكم الآن.");
        second.page().locator(".ticket__head .button--end").click();
        assertThat(second.page().locator(".ticket__head .badge--closed")).isVisible();
        second.page().locator(".ticket__head a.button .number").click();
        assertThat(second.page().locator(".entry--note .said")).hasText("أنت أعلم بالدعم");
    }

    private Page asks(Chromium chromium, String language, String question) {
        Page visitor = chromium.page(language + "-MA");
        visitor.navigate(site.address() + "/" + language);
        visitor.locator(".launcher").click();
        says(visitor, question);
        assertThat(visitor.locator(".card").first()).isVisible();
        visitor.locator(".actions .primary").first().click();
        return visitor;
    }

    /** The router has given it to him, or it rests in the line and he takes it. */
    private static void opens(Page page, String words) {
        Locator.FilterOptions with = new Locator.FilterOptions().setHasText(words);
        page.locator("[data-part=mine] a").filter(with).click();
        assertThat(page.locator(".lines")).isVisible();
    }

    private static void says(Page visitor, String text) {
        visitor.locator("textarea").fill(text);
        visitor.keyboard().press("Enter");
    }
}
