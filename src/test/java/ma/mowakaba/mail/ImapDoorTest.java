package ma.mowakaba.mail;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import ma.mowakaba.HandMovedClock;
import ma.mowakaba.SelfSigned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** Who a mailbox is opened to, and what is said when it is not. */
class ImapDoorTest {

    private static final String USER = "contact@example.ma";
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    @RegisterExtension
    static final WireMockExtension TOKENS =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @TempDir
    Path folder;

    private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
    private final MailSettings settings = MailTexts.settings(
            USER, new MailSettings.Reading(Duration.ofSeconds(5), Duration.ofSeconds(3), 50, Duration.ofMinutes(5)));
    private GreenMail server;
    private final HandMovedClock clock = new HandMovedClock(NOW);
    private ImapDoor door;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.setUser(USER, USER, "secret");
        server.start();
        door = new ImapDoor(bundles, new AccessTokens(settings, clock), settings);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMailboxIsOpenedWithItsPassword() throws IOException {
        try (ImapConnection imap = door.open(plain("secret", Mailbox.OAuth.NONE))) {
            assertThat(imap.alive()).isTrue();
            assertThat(imap.after(0)).isEmpty();
        }
    }

    @Test
    void whatIsWrongIsToldApart() {
        assertThat(trouble(plain("wrong", Mailbox.OAuth.NONE))).isEqualTo(MailboxTrouble.REFUSED);
        assertThat(trouble(mailbox("127.0.0.1", 1, Mailbox.Encryption.NONE, "INBOX", "")))
                .isEqualTo(MailboxTrouble.UNREACHABLE);
        assertThat(trouble(mailbox("imap.invalid", 993, Mailbox.Encryption.TLS, "INBOX", "")))
                .isEqualTo(MailboxTrouble.UNKNOWN_HOST);
        assertThat(trouble(mailbox("127.0.0.1", imap(), Mailbox.Encryption.NONE, "Demandes", "")))
                .isEqualTo(MailboxTrouble.FOLDER);
        assertThat(trouble(mailbox("127.0.0.1", imap(), Mailbox.Encryption.TLS, "INBOX", "")))
                .isEqualTo(MailboxTrouble.ENCRYPTION);
    }

    @Test
    void aServerThatOffersNoEncryptionIsNotToldThePassword() throws IOException {
        try (Wire wire = Wire.to(imap())) {
            StringBuffer said = new StringBuffer();
            wire.listen(command -> {
                said.append(command);
                return java.util.Optional.empty();
            });

            Throwable refused = catchThrowable(
                    () -> door.open(mailbox("127.0.0.1", wire.port(), Mailbox.Encryption.STARTTLS, "INBOX", "")));

            assertThat(refused).isInstanceOf(IOException.class);
            assertThat(said.toString()).doesNotContain("secret").doesNotContain("LOGIN");
        }
    }

    @Test
    void aCertificateNobodyKnowsIsRefusedAndOneOfAnAuthorityInTheSettingsIsTaken() throws Exception {
        KeyStore its = certificate("ip:127.0.0.1");
        try (Wire wire = Wire.encrypted(imap(), bundle(its).createSslContext())) {
            assertThat(trouble(mailbox("127.0.0.1", wire.port(), Mailbox.Encryption.TLS, "INBOX", "")))
                    .isEqualTo(MailboxTrouble.CERTIFICATE);

            bundles.registerBundle("own-authority", bundle(its));
            try (ImapConnection imap =
                    door.open(mailbox("127.0.0.1", wire.port(), Mailbox.Encryption.TLS, "INBOX", "own-authority"))) {
                assertThat(imap.alive()).isTrue();
            }
        }
    }

    @Test
    void aTrustedCertificateOfAnotherServerIsRefused() throws Exception {
        KeyStore other = certificate("dns:other.example.ma");
        bundles.registerBundle("own-authority", bundle(other));
        try (Wire wire = Wire.encrypted(imap(), bundle(other).createSslContext())) {
            assertThat(trouble(mailbox("127.0.0.1", wire.port(), Mailbox.Encryption.TLS, "INBOX", "own-authority")))
                    .isEqualTo(MailboxTrouble.CERTIFICATE);
        }
    }

    @Test
    void aMailboxIsOpenedWithTheProgramsOwnTokenWhichIsAskedForOnceWhileItCounts() throws IOException {
        TOKENS.stubFor(post(urlEqualTo("/token"))
                .withRequestBody(containing("grant_type=client_credentials"))
                .withRequestBody(containing("client_id=mowakaba"))
                .withRequestBody(containing("client_secret=s%263cret"))
                .withRequestBody(containing("scope=https%3A%2F%2Foutlook.example%2F.default"))
                .willReturn(okJson("{\"access_token\":\"secret\",\"token_type\":\"Bearer\",\"expires_in\":3600}")));
        Mailbox mailbox = plain("", oauth(""));

        door.open(mailbox).close();
        clock.move(Duration.ofMinutes(58));
        door.open(mailbox).close();
        TOKENS.verify(1, postRequestedFor(urlEqualTo("/token")));

        clock.move(Duration.ofMinutes(2));
        door.open(mailbox).close();
        TOKENS.verify(2, postRequestedFor(urlEqualTo("/token")));
    }

    @Test
    void aRefreshTokenThatIsReplacedIsUsedInItsNewForm() throws IOException {
        TOKENS.stubFor(post(urlEqualTo("/token"))
                .withRequestBody(containing("refresh_token=first"))
                .willReturn(okJson("{\"access_token\":\"secret\",\"expires_in\":1,\"refresh_token\":\"second\"}")));
        TOKENS.stubFor(post(urlEqualTo("/token"))
                .withRequestBody(containing("refresh_token=second"))
                .willReturn(okJson("{\"access_token\":\"secret\",\"expires_in\":1}")));
        Mailbox mailbox = plain("", oauth("first"));

        door.open(mailbox).close();
        door.open(mailbox).close();

        TOKENS.verify(
                1,
                postRequestedFor(urlEqualTo("/token"))
                        .withRequestBody(
                                containing("grant_type=refresh_token").and(containing("refresh_token=second"))));
    }

    @Test
    void aTokenThatWasTakenBackIsReplacedAtTheNextAttempt() throws IOException {
        TOKENS.stubFor(
                post(urlEqualTo("/token")).willReturn(okJson("{\"access_token\":\"taken-back\",\"expires_in\":3600}")));
        Mailbox mailbox = plain("", oauth(""));
        assertThat(trouble(mailbox)).isEqualTo(MailboxTrouble.REFUSED);

        TOKENS.stubFor(
                post(urlEqualTo("/token")).willReturn(okJson("{\"access_token\":\"secret\",\"expires_in\":3600}")));
        door.open(mailbox).close();
    }

    @Test
    void aTokenThatIsNotGivenIsSaidAndNothingOfTheAnswerIsLogged() {
        Mailbox mailbox = plain("", oauth(""));
        TOKENS.stubFor(post(urlEqualTo("/token"))
                .willReturn(aResponse()
                        .withStatus(401)
                        .withBody("{\"error\":\"invalid_client\",\"error_description\":\"for contact@example.ma\"}")));
        Throwable refused = catchThrowable(() -> door.open(mailbox));
        assertThat(MailboxTrouble.of(refused)).isEqualTo(MailboxTrouble.TOKEN);
        assertThat(refused).hasMessage("no token: 401 invalid_client");

        TOKENS.stubFor(post(urlEqualTo("/token")).willReturn(serverError().withBody("<html>")));
        assertThat(trouble(mailbox)).isEqualTo(MailboxTrouble.TOKEN);
        TOKENS.stubFor(post(urlEqualTo("/token")).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(trouble(mailbox)).isEqualTo(MailboxTrouble.TOKEN);
        TOKENS.stubFor(post(urlEqualTo("/token"))
                .willReturn(okJson("{\"access_token\":\"secret\"}").withFixedDelay(4_000)));
        assertThat(trouble(mailbox)).isEqualTo(MailboxTrouble.TOKEN);
    }

    private MailboxTrouble trouble(Mailbox mailbox) {
        return MailboxTrouble.of(catchThrowable(() -> door.open(mailbox).close()));
    }

    private int imap() {
        return server.getImap().getPort();
    }

    private Mailbox plain(String password, Mailbox.OAuth oauth) {
        return new Mailbox(
                USER,
                "127.0.0.1",
                imap(),
                USER,
                password,
                Mailbox.Encryption.NONE,
                "INBOX",
                "",
                oauth,
                Mailbox.Desk.ANY);
    }

    private static Mailbox mailbox(String host, int port, Mailbox.Encryption encryption, String in, String bundle) {
        return new Mailbox(
                USER, host, port, USER, "secret", encryption, in, bundle, Mailbox.OAuth.NONE, Mailbox.Desk.ANY);
    }

    private static Mailbox.OAuth oauth(String refreshToken) {
        return new Mailbox.OAuth(
                TOKENS.baseUrl() + "/token", "mowakaba", "s&3cret", "https://outlook.example/.default", refreshToken);
    }

    private static SslBundle bundle(KeyStore store) {
        return SslBundle.of(SslStoreBundle.of(store, SelfSigned.PASSWORD, store));
    }

    private KeyStore certificate(String name) throws Exception {
        return SelfSigned.store(folder, "server", "imap.example.ma", "-ext", "san=" + name);
    }
}
