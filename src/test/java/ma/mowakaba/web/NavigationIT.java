package ma.mowakaba.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The top of every page: nothing in it is cut, at any width, and the keyboard reaches all of it. */
@BrowserTest
class NavigationIT {

    /** Whatever stands in the bar is within the screen and covers nothing else that stands in it. */
    private static final String EACH_HAS_ITS_ROOM = """
        () => {
          const boxes = [...document.querySelectorAll('.brand, .topnav > a, .topnav summary, .topbar__find, .topbar__end summary')]
            .map(one => one.getBoundingClientRect()).filter(box => box.width > 0);
          const within = box => box.left >= 0 && box.right <= document.documentElement.clientWidth;
          const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
          return boxes.length > 0 && boxes.every(within) && boxes.every((a, i) => boxes.every((b, j) => i === j || apart(a, b)));
        }\
        """;

    private static final String PLACEHOLDER_IS_WHOLE = """
        () => {
          const field = document.querySelector('#find');
          const style = getComputedStyle(field);
          const pen = document.createElement('canvas').getContext('2d');
          pen.font = style.font;
          const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
          return pen.measureText(field.placeholder).width <= room;
        }\
        """;

    @Autowired
    Accounts accounts;

    @ParameterizedTest
    @ValueSource(strings = {"ar-MA", "fr-MA", "en-GB"})
    void whoeverHasAllRolesSeesAllOfItAtEveryWidth(String locale, Chromium chromium) {
        Page page = chromium.signIn(
                locale, Somebody.with(accounts, EnumSet.allOf(Role.class).toArray(Role[]::new)));
        for (String path : List.of("/", "/editor/gaps", "/admin")) {
            page.navigate(path);
            for (int width : List.of(1920, 1440, 1280, 1279, 1024, 1023, 390)) {
                page.setViewportSize(width, 900);
                assertThat(page.evaluate(EACH_HAS_ITS_ROOM))
                        .as("%s at %s", path, width)
                        .isEqualTo(true);
                assertThat(page.evaluate(PLACEHOLDER_IS_WHOLE))
                        .as("search on %s at %s", path, width)
                        .isEqualTo(true);
                assertThat(page.locator(".topnav > [aria-current], .topnav summary[aria-current]"))
                        .hasCount(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aMenuIsOpenedByTheKeyboardAndClosesWhenOneGoesOn(int width, Chromium chromium) {
        Page page = chromium.signIn("fr-MA", Somebody.with(accounts, Role.SUPERVISOR));
        page.setViewportSize(width, 900);
        Locator menu = page.locator(".topnav pop-menu").first();
        Locator summary = menu.locator("summary");

        summary.press("Enter");
        assertThat(menu.locator("a").last()).isInViewport();
        chromium.accessible(page);
        page.keyboard().press("Escape");
        assertThat(menu.locator("a").first()).isHidden();
        assertThat(summary).isFocused();

        summary.press("Enter");
        page.locator(".topnav summary").last().focus();
        assertThat(menu.locator("a").first()).isHidden();

        summary.press("Enter");
        menu.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Manques"))
                .press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/editor/gaps"));
        assertThat(page.locator(".topnav summary[aria-current]")).hasText("Connaissances");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyPlaceThatIsShownOpens(Role role, Chromium chromium) {
        Page page = chromium.signIn("ar-MA", Somebody.with(accounts, role));
        List<String> places = page.locator(".topnav a").all().stream()
                .map(one -> one.getAttribute("href"))
                .toList();
        assertThat(places).isNotEmpty();
        for (String place : places) {
            assertThat(page.navigate(place).status()).as(place).isEqualTo(200);
        }
    }
}
