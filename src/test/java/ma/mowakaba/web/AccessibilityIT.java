package ma.mowakaba.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.NewTicket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page in both languages and both sizes, by the rules of WCAG 2.2 AA; nothing runs out of a telephone's screen. */
@BrowserTest
class AccessibilityIT {

    private static final String CURRENT_IN_SIGHT = """
        [...document.querySelectorAll('.topnav > [aria-current], .topnav summary[aria-current]')].map(one => one.getBoundingClientRect())
          .every(box => box.left >= 0 && box.right <= document.documentElement.clientWidth)\
        """;

    private static final String CARDS_SPEAK_FOR_THEMSELVES = """
        innerWidth > 768 || [...document.querySelectorAll('.table--cards')].every(table =>
          table.closest('.table__wrap').scrollWidth <= table.closest('.table__wrap').clientWidth
          && [...table.querySelectorAll('td')].every(cell => cell.innerText.trim() !== '–'))\
        """;

    @Autowired
    Accounts accounts;

    @Autowired
    Helpdesk helpdesk;

    @ParameterizedTest(name = "{0} at {1} pixels")
    @CsvSource({"ar-MA, 1440", "ar-MA, 390", "fr-MA, 1440", "fr-MA, 390"})
    void everyPageCanBeUsedByEverybody(String locale, int width, Chromium chromium) {
        Page stranger = chromium.page(locale);
        stranger.setViewportSize(width, 900);
        List.of(
                        "/sign-in",
                        "/help",
                        "/help?q=association",
                        "/help?q=zzzz",
                        "/help/" + locale.substring(0, 2) + "/create-association",
                        "/help/" + locale.substring(0, 2) + "/contact",
                        "/nowhere")
                .forEach(path -> check(chromium, stranger, path));
        Page insider = chromium.signIn(
                locale, Somebody.with(accounts, EnumSet.allOf(Role.class).toArray(Role[]::new)));
        insider.setViewportSize(width, 900);
        List.of(
                        "/",
                        "/tickets",
                        "/tickets/" + aCase(),
                        "/tickets/2001-000001",
                        "/wallboard",
                        "/wallboard/contacts?figure=offered&channel=mail",
                        "/mails/held",
                        "/mails/boxes",
                        "/mails/texts",
                        "/holidays",
                        "/articles",
                        "/articles/new",
                        "/articles/files",
                        "/articles/create-association/ar",
                        "/articles/create-association/fr/preview?version=1",
                        "/editor/gaps",
                        "/editor/sorting",
                        "/editor/opinions",
                        "/editor/opinions/create-association",
                        "/editor/told",
                        "/editor/told/create-association",
                        "/admin")
                .forEach(path -> check(chromium, insider, path));
    }

    private String aCase() {
        return helpdesk.open(
                        new NewTicket(
                                "طلب معلومات – réf. 12",
                                Channel.WEB,
                                DomainCode.GENERAL,
                                Language.AR,
                                Priority.NORMAL,
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty())
                .number()
                .value();
    }

    private static void check(Chromium chromium, Page page, String path) {
        page.navigate(path);
        chromium.accessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s stays inside the screen", path)
                .isEqualTo(true);
        assertThat(page.evaluate(CURRENT_IN_SIGHT))
                .as("%s: where one is, in the navigation", path)
                .isEqualTo(true);
        assertThat(page.evaluate(CARDS_SPEAK_FOR_THEMSELVES))
                .as("%s: on a telephone a row shows all that it has, and no dash without a name", path)
                .isEqualTo(true);
    }
}
