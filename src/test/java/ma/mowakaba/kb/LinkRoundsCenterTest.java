package ma.mowakaba.kb;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.headRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import ma.mowakaba.CenterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The addresses of an article are asked in the background, and editors see what they answered. */
@CenterTest
class LinkRoundsCenterTest {

    @RegisterExtension
    static final WireMockExtension SITE =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @Autowired
    Editing editing;

    @Autowired
    Approval approval;

    @Autowired
    LinkWatch links;

    @Autowired
    VersionStore versions;

    @Autowired
    DraftReader drafts;

    @Autowired
    JdbcClient jdbc;

    private final Hands hands = Hands.fresh();

    @Test
    void eachAddressIsAskedOnceAndItsAnswerIsSeenUntilItIsAskedAgain() {
        String slug = hands.french().slug();
        SITE.stubFor(any(urlEqualTo("/there/" + slug)).willReturn(ok()));
        SITE.stubFor(any(urlEqualTo("/gone/" + slug)).willReturn(aResponse().withStatus(404)));
        Manuscript text = citing(SITE.url("/there/" + slug), SITE.url("/gone/" + slug), "https://example.org/" + slug);
        Draft draft = editing.open(hands.french(), Hands.saying("Titre"), hands.writer());
        draft = editing.keep(hands.french(), draft.revision(), text, hands.writer())
                .draft();
        approval.submit(hands.french(), draft.revision(), false, hands.writer());
        approval.publish(hands.french(), editing.get(hands.french()).revision(), hands.reviewer());
        assertThat(links.on()).isFalse();

        LinkRounds rounds = rounds();
        rounds.round();
        rounds.round();

        assertThat(links.of(text))
                .extracting(LinkWatch.Link::result)
                .containsExactly(LinkWatch.Result.OK, LinkWatch.Result.GONE, LinkWatch.Result.UNCHECKED);
        assertThat(links.broken()).containsEntry(hands.french(), 1L);
        SITE.verify(1, headRequestedFor(urlEqualTo("/there/" + slug)));
        SITE.verify(1, headRequestedFor(urlEqualTo("/gone/" + slug)));
    }

    private LinkRounds rounds() {
        LinkSettings settings = new LinkSettings(
                List.of("localhost:" + SITE.getPort()),
                Duration.ofSeconds(2),
                Duration.ofDays(7),
                Duration.ofHours(6),
                20);
        return new LinkRounds(
                new LinkBook(versions, settings, jdbc), new LinkCheck(settings), drafts, settings, Clock.systemUTC());
    }

    private static Manuscript citing(String... addresses) {
        Manuscript text = Hands.saying("Torquetum");
        return new Manuscript(
                text.title(),
                text.domain(),
                text.summary(),
                text.audience(),
                text.verifiedOn(),
                text.related(),
                text.keywords(),
                List.of(),
                java.util.Arrays.stream(addresses)
                        .map(address -> new Article.Reference("Source", address))
                        .toList(),
                text.body());
    }
}
