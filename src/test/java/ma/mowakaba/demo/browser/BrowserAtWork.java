package ma.mowakaba.demo.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An advisor in headless Chromium whose microphone is a tone, for the laboratory in {@code telephony/verify}: signs in, then takes one
 * command a line, {@code show SELECTOR}, {@code click SELECTOR}, {@code key KEYS}, {@code say JAVASCRIPT}, {@code open PATH},
 * {@code tab PATH} for another tab, {@code size WIDTH},
 * {@code faults} for those of accessibility or {@code picture FILE}, and answers each with a line of JSON.
 */
public final class BrowserAtWork implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            "--allow-loopback-in-peer-connection",
            "--disable-features=WebRtcHideLocalIpsWithMdns",
            "--autoplay-policy=no-user-gesture-required");

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private Page page;

    private BrowserAtWork(String center, String locale, boolean microphone) {
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(FLAGS));
        // the exchange's certificate is its own
        BrowserContext visit = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(center)
                .setLocale(locale)
                .setIgnoreHTTPSErrors(true)
                .setViewportSize(1440, 900)
                .setPermissions(microphone ? List.of("microphone") : List.of()));
        visit.setDefaultTimeout(15000);
        page = open(visit);
    }

    private static Page open(BrowserContext visit) {
        Page page = visit.newPage();
        page.onConsoleMessage(message -> System.err.println(message.type() + " " + message.text()));
        page.onPageError(error -> System.err.println("error " + error));
        page.onDialog(dialog -> dialog.accept());
        return page;
    }

    /** Arguments: address of the center, user, locale such as {@code fr-MA}, and {@code deaf} for one without microphone. */
    public static void main(String[] args) throws IOException {
        try (var desk = new BrowserAtWork(args[0], args[2], args.length < 4);
                var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            desk.signIn(args[1]);
            desk.answer(true);
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                desk.obey(line);
            }
        }
    }

    private void signIn(String user) {
        page.navigate("/sign-in");
        page.fill("#username", user);
        page.fill("#password", user + "-demo");
        page.click("main form button");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private void obey(String line) {
        String[] said = line.split(" ", 2);
        try {
            switch (said[0]) {
                case "show" -> answer(page.locator(said[1]).allInnerTexts());
                case "click" -> {
                    page.locator(said[1]).first().click();
                    answer(true);
                }
                case "key" -> {
                    page.keyboard().press(said[1]);
                    answer(true);
                }
                case "say" -> answer(page.evaluate(said[1]));
                case "open" -> {
                    page.navigate(said[1]);
                    answer(true);
                }
                case "tab" -> {
                    page = open(page.context());
                    page.navigate(said[1]);
                    answer(true);
                }
                case "size" -> {
                    page.setViewportSize(Integer.parseInt(said[1]), 900);
                    answer(true);
                }
                case "faults" ->
                    answer(new AxeBuilder(page)
                            .withTags(WCAG).analyze().getViolations().stream()
                                    .map(fault -> fault.getId() + " "
                                            + fault.getNodes().getFirst().getHtml())
                                    .toList());
                case "picture" -> {
                    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(said[1])));
                    answer(true);
                }
                default -> answer("unknown command");
            }
        } catch (RuntimeException failure) {
            answer(Map.of("failed", String.valueOf(failure.getMessage())));
        }
    }

    private void answer(Object value) {
        System.out.println(new JsonMapper().writeValueAsString(Map.of("answer", value == null ? "" : value)));
        System.out.flush();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
