package ma.mowakaba.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The installed Chromium, driven by Playwright; tests that need it are skipped where it is not installed. */
final class Chromium implements AutoCloseable {

    private static final Path BINARY = Path.of("/usr/bin/chromium");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(BINARY).setArgs(QUIET));

    /** @param locale as a browser asks for it, such as {@code ar-MA} */
    Page page(int port, String locale) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setLocale(locale)
                        .setBypassCSP(true))
                .newPage();
        page.setDefaultTimeout(TimeUnit.SECONDS.toMillis(20));
        PlaywrightAssertions.setDefaultAssertionTimeout(TimeUnit.SECONDS.toMillis(20));
        return page;
    }

    /** @return the page the person lands on after the door */
    Page signIn(int port, String locale, Somebody who) {
        Page page = page(port, locale);
        page.navigate("/sign-in");
        page.fill("#username", who.username());
        page.fill("#password", who.password());
        page.click("main form button");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** Skips a class where Chromium is not installed. */
    static final class Installed implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Files.isExecutable(BINARY)
                    ? ConditionEvaluationResult.enabled("Chromium is installed")
                    : ConditionEvaluationResult.disabled("Chromium is not installed");
        }
    }
}
