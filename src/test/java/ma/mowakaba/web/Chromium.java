package ma.mowakaba.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The installed Chromium, opened once for all tests of a run. What a test opened is closed behind it. */
public final class Chromium implements AutoCloseable {

    static final Path BINARY = Path.of("/usr/bin/chromium");

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final double PATIENCE = TimeUnit.SECONDS.toMillis(20);

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(BINARY).setArgs(QUIET));
    private final List<String> refused = new ArrayList<>();
    private String center = "";

    void visits(int port) {
        center = "http://localhost:" + port;
    }

    /** @param locale as a browser asks for it, such as {@code ar-MA} @return an empty page of somebody who was never here */
    public Page page(String locale) {
        BrowserContext visit = browser.newContext(
                new Browser.NewContextOptions().setBaseURL(center).setLocale(locale));
        visit.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Page page = visit.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                refused.add(message.text());
            }
        });
        return page;
    }

    /** @return the page the person lands on after the door */
    public Page signIn(String locale, Somebody who) {
        Page page = page(locale);
        page.navigate("/sign-in");
        page.fill("#username", who.username());
        page.fill("#password", who.password());
        page.click("main form button");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /** Holds the page against WCAG 2.2 AA, as it is shown now; a stranger's mail, in whose frame no script runs, is left out. */
    public void accessible(Page page) {
        int told = refused.size();
        assertThat(new AxeBuilder(page)
                        .withTags(WCAG)
                        .exclude("mail-frame")
                        .analyze()
                        .getViolations())
                .as(page.url())
                .extracting(violation -> violation.getId() + " "
                        + violation.getNodes().getFirst().getHtml())
                .isEmpty();
        // the checker tries styles of its own on the page, which our policy refuses
        page.evaluate("0");
        refused.subList(told, refused.size()).clear();
    }

    /** Pictures of what is open, for whoever looks for the fault. */
    void picture(String name) {
        int number = 0;
        for (BrowserContext visit : browser.contexts()) {
            for (Page page : visit.pages()) {
                Path file = Path.of("target/screenshots/%s-%d.png".formatted(name, ++number));
                page.screenshot(new Page.ScreenshotOptions().setPath(file));
            }
        }
    }

    /** @return what our own policy refused on the pages of this test */
    List<String> leave() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
        List<String> told = List.copyOf(refused);
        refused.clear();
        return told;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
