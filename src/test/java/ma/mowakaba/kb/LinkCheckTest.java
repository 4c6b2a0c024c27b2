package ma.mowakaba.kb;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkCheckTest {

    @RegisterExtension
    static final WireMockExtension SITE =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private LinkCheck check;

    @BeforeEach
    void allowTheSite() {
        check = new LinkCheck(settings("localhost:" + SITE.getPort()));
    }

    @Test
    void aPageThatIsThereAnswers() {
        SITE.stubFor(any(anyUrl()).willReturn(ok()));

        assertThat(asked("/a").result()).isEqualTo(LinkWatch.Result.OK);
    }

    @Test
    void aPageThatIsNotThereIsGone() {
        answers("/gone", 404);
        answers("/removed", 410);

        assertThat(asked("/gone").result()).isEqualTo(LinkWatch.Result.GONE);
        assertThat(asked("/removed").result()).isEqualTo(LinkWatch.Result.GONE);
    }

    @Test
    void aServerInTroubleIsSilentAndNotGone() {
        answers("/trouble", 503);
        SITE.stubFor(any(urlEqualTo("/cut")).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        SITE.stubFor(any(urlEqualTo("/slow")).willReturn(ok().withFixedDelay(3_000)));

        assertThat(asked("/trouble").result()).isEqualTo(LinkWatch.Result.SILENT);
        assertThat(asked("/cut").result()).isEqualTo(LinkWatch.Result.SILENT);
        assertThat(asked("/slow").result()).isEqualTo(LinkWatch.Result.SILENT);
    }

    @Test
    void whereAPageMovedForGoodIsSaidAndAPassingDetourIsNot() {
        SITE.stubFor(any(urlEqualTo("/new")).willReturn(ok()));
        redirects("/old", 301, "/new");
        redirects("/today", 302, "/new");
        redirects("/lost", 308, "/nowhere");
        answers("/nowhere", 404);
        redirects("/round", 302, "/round");

        assertThat(asked("/old")).isEqualTo(new LinkCheck.Answer(LinkWatch.Result.MOVED, SITE.url("/new")));
        assertThat(asked("/today").result()).isEqualTo(LinkWatch.Result.OK);
        assertThat(asked("/lost").result()).isEqualTo(LinkWatch.Result.GONE);
        assertThat(asked("/round").result()).isEqualTo(LinkWatch.Result.SILENT);
    }

    @Test
    void aServerThatDoesNotAnswerToHeadIsAskedForThePage() {
        SITE.stubFor(head(urlEqualTo("/page")).willReturn(aResponse().withStatus(405)));
        SITE.stubFor(get(urlEqualTo("/page")).willReturn(ok("text")));

        assertThat(asked("/page").result()).isEqualTo(LinkWatch.Result.OK);
    }

    @Test
    void nobodyIsAskedWhoIsNotAllowedWhoeverSendsUsThere() {
        redirects("/away", 302, "http://127.0.0.1:" + SITE.getPort() + "/secret");

        assertThat(check.ask(URI.create("http://127.0.0.1:" + SITE.getPort() + "/secret"))
                        .result())
                .isEqualTo(LinkWatch.Result.UNCHECKED);
        assertThat(asked("/away").result()).isEqualTo(LinkWatch.Result.MOVED);
        SITE.verify(0, com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(urlEqualTo("/secret")));
    }

    @Test
    void aHostIsAllowedByItsNameByItsDomainAndByItsPort() {
        LinkSettings settings = settings("adala.justice.gov.ma", "*.example.org", "example.com:8080");

        assertThat(settings.allows(URI.create("https://adala.justice.gov.ma/x")))
                .isTrue();
        assertThat(settings.allows(URI.create("https://a.b.example.org"))).isTrue();
        assertThat(settings.allows(URI.create("http://example.com:8080/x"))).isTrue();
        assertThat(settings.allows(URI.create("https://adala.justice.gov.ma:8443/x")))
                .isFalse();
        assertThat(settings.allows(URI.create("https://badexample.org"))).isFalse();
        assertThat(settings.allows(URI.create("ftp://adala.justice.gov.ma/x"))).isFalse();
        assertThat(settings.allows(URI.create("https:///x"))).isFalse();
        assertThat(settings().allows(URI.create("https://adala.justice.gov.ma/x")))
                .isFalse();
    }

    private LinkCheck.Answer asked(String path) {
        return check.ask(URI.create(SITE.url(path)));
    }

    private static void answers(String path, int status) {
        SITE.stubFor(any(urlEqualTo(path)).willReturn(aResponse().withStatus(status)));
    }

    private static void redirects(String path, int status, String to) {
        SITE.stubFor(
                any(urlEqualTo(path)).willReturn(aResponse().withStatus(status).withHeader("Location", to)));
    }

    private static LinkSettings settings(String... hosts) {
        return new LinkSettings(List.of(hosts), Duration.ofSeconds(1), Duration.ofDays(7), Duration.ofHours(6), 20);
    }
}
