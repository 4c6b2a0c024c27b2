package ma.mowakaba.web.widget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import ma.mowakaba.chat.ChatId;
import ma.mowakaba.chat.ChatRooms;
import ma.mowakaba.chat.ChatRooms.Room;
import ma.mowakaba.demo.DemoSite;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.web.BrowserTest;
import ma.mowakaba.web.Chromium;
import ma.mowakaba.web.Glyphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The third journey in a real browser, on the page of a foreign site under a strict policy of its own. */
@BrowserTest
class ChatIT {

    @Autowired
    DemoSite site;

    @Autowired
    ChatRooms rooms;

    @Autowired
    Router router;

    @Autowired
    Accounts accounts;

    @Autowired
    PresenceBoard presence;

    @Test
    void aVisitorAsksInDarijaReadsSuggestionsAndIsHelpedByAnAdvisorThroughACutConnection(Chromium chromium) {
        StaffId colleague = accounts.byUsername("advisor").orElseThrow().id();
        presence.available(colleague);
        Page page = visit(chromium, "/ar", 1440, 900);
        open(page, "تحدثوا معنا");
        say(page, "بغيت نأسس جمعية، شنو هي الوثائق؟");
        assertThat(page.locator(".card").first()).isVisible();
        shot(page, "ar-1440-suggestions");
        chromium.accessible(page);

        page.getByRole(AriaRole.BUTTON, named("التحدث مع مستشار")).click();
        Room room = roomOf(page);
        StaffId advisor = taken(room.id(), colleague);
        rooms.advisorSays(
                room.id(), advisor, UUID.randomUUID().toString(), "مرحبا، نعم: محضر الجمع العام التأسيسي أولا.");
        assertThat(page.locator(".line.advisor").first()).containsText("محضر الجمع العام");
        rooms.advisorSays(
                room.id(), advisor, UUID.randomUUID().toString(), "رقم ملفكم 2026-000003، القانون 06-18 لدى Rabat.");
        Locator said = page.locator(".line.advisor p").nth(1);
        assertThat(said).hasText("رقم ملفكم 2026-000003، القانون 06-18 لدى Rabat.");
        assertThat(Glyphs.inOrder(said, "2026-000003") && Glyphs.inOrder(said, "06-18"))
                .isTrue();
        shot(page, "ar-1440-talking");

        page.context().setOffline(true);
        assertThat(page.locator(".status.lost")).containsText("انقطع الاتصال");
        rooms.advisorSays(room.id(), advisor, UUID.randomUUID().toString(), "ثم النظام الأساسي في ثلاثة نظائر.");
        say(page, "وفين كنحطهم؟");
        shot(page, "ar-1440-lost");
        page.context().setOffline(false);
        assertThat(page.locator(".line.advisor").nth(2)).containsText("النظام الأساسي");
        assertThat(page.locator(".status.lost")).hasCount(0);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(rooms.lines(room.id(), 0))
                        .extracting(ChatRooms.Line::text)
                        .containsOnlyOnce("وفين كنحطهم؟", "ثم النظام الأساسي في ثلاثة نظائر."));
        assertThat(page.locator(".pending")).hasCount(0);

        page.reload();
        open(page, "تحدثوا معنا");
        assertThat(page.locator(".line.advisor")).hasCount(3);
        chromium.accessible(page);
        rooms.close(room.id(), java.util.Optional.of(advisor));
        assertThat(page.getByRole(AriaRole.BUTTON, named("محادثة جديدة"))).isVisible();
    }

    @Test
    void whoeverDoesNotWantToWaitLeavesAMessageAndGetsItsNumber(Chromium chromium) {
        Page page = visit(chromium, "/fr", 390, 844);
        open(page, "Écrivez-nous");
        say(page, "Comment demander une subvention publique ?");
        page.getByRole(AriaRole.BUTTON, named("Laisser un message")).click();
        page.getByRole(AriaRole.BUTTON, named("Envoyer le message")).click();
        assertThat(page.locator(".error")).containsText("adresse électronique");
        page.getByLabel("Nom").fill("Rachid");
        page.getByLabel("Adresse électronique").fill("rachid-" + UUID.randomUUID() + "@example.ma");
        shot(page, "fr-390-leave");
        chromium.accessible(page);
        page.getByRole(AriaRole.BUTTON, named("Envoyer le message")).click();
        assertThat(page.locator(".reference")).containsText("20");
        shot(page, "fr-390-left");
    }

    @ParameterizedTest
    @CsvSource({"/ar,1440,900", "/ar,390,844", "/fr,1440,900", "/fr,390,844"})
    void itFitsEveryScreenInBothLanguages(String path, int width, int height, Chromium chromium) {
        Page page = visit(chromium, path, width, height);
        String name = path.substring(1) + "-" + width;
        Locator launcher = page.locator(".launcher");
        assertThat(launcher).isVisible();
        shot(page, name + "-closed");
        BoundingBox box = launcher.boundingBox();
        assertThat(path.equals("/ar") ? box.x < width / 2.0 : box.x + box.width > width / 2.0)
                .isTrue();
        launcher.click();
        shot(page, name + "-open");
        chromium.accessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        page.keyboard().press("Escape");
        assertThat(launcher).isFocused();
    }

    private Page visit(Chromium chromium, String path, int width, int height) {
        Page page = chromium.page("ar-MA");
        page.setViewportSize(width, height);
        page.navigate(site.address() + path);
        return page;
    }

    private static void open(Page page, String label) {
        page.getByRole(AriaRole.BUTTON, named(label)).click();
    }

    private static void say(Page page, String text) {
        page.locator("textarea").fill(text);
        page.keyboard().press("Enter");
    }

    private Room roomOf(Page page) {
        String id = String.valueOf(page.evaluate("JSON.parse(Object.values(localStorage)[0]).id"));
        return rooms.room(new ChatId(UUID.fromString(id)));
    }

    /** The router gives him to whoever is best; where it rests, a colleague takes him. */
    private StaffId taken(ChatId chat, StaffId colleague) {
        await().until(() -> rooms.room(chat).contact().isPresent());
        Room room = rooms.room(chat);
        if (room.state().equals("waiting")) {
            router.took(room.contact().orElseThrow(), Channel.CHAT, colleague, Reason.of("picked"));
        }
        return await().until(() -> rooms.room(chat).advisor(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static void shot(Page page, String name) {
        page.waitForTimeout(250);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/widget-" + name + ".png")));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
