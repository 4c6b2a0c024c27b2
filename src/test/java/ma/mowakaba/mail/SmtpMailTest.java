package ma.mowakaba.mail;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.mail.Deliveries.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpMailTest {

    private static final EmailAddress NADIA = new EmailAddress("nadia@example.ma");
    private static final EmailAddress DRISS = new EmailAddress("driss@example.ma");
    private static final EmailAddress SALMA = new EmailAddress("salma@example.ma");

    @RegisterExtension
    static final WireMockExtension TOKENS =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final ScriptedSmtp server = new ScriptedSmtp();
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private SmtpMail smtp = mailWith(Mailbox.OAuth.NONE);

    private SmtpMail mailWith(Mailbox.OAuth oauth) {
        MailSettings settings = MailTexts.settings(
                "markaz@mowakaba.localhost",
                new MailSettings.Reading(Duration.ofSeconds(5), Duration.ofSeconds(3), 50, Duration.ofMinutes(5)),
                oauth);
        return new SmtpMail(
                new ObjectProvider<>() {
                    @Override
                    public Stream<JavaMailSenderImpl> stream() {
                        return Stream.of(sender);
                    }

                    @Override
                    public JavaMailSenderImpl getIfAvailable() {
                        return sender;
                    }
                },
                settings,
                new AccessTokens(settings, Clock.systemUTC()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatTheServerTakesIsAcceptedForEach() throws Exception {
        assertThat(send(NADIA, DRISS)).containsOnly(Map.entry(NADIA, "250 ACCEPTED"), Map.entry(DRISS, "250 ACCEPTED"));
        assertThat(server.handed())
                .singleElement()
                .isInstanceOfSatisfying(
                        ScriptedSmtp.Mail.class,
                        mail -> assertThat(mail.to()).containsExactly("nadia@example.ma", "driss@example.ma"));
    }

    @Test
    void oneRecipientRefusedForGoodAndOneForNowKeepNoThirdFromHisMail() throws Exception {
        server.answers(line -> line.contains("driss")
                ? Optional.of("550 5.1.1 no such user")
                : line.contains("salma") ? Optional.of("450 4.2.1 come later") : Optional.empty());

        assertThat(send(NADIA, DRISS, SALMA))
                .containsOnly(
                        Map.entry(NADIA, "250 ACCEPTED"),
                        Map.entry(DRISS, "550 REFUSED"),
                        Map.entry(SALMA, "450 WAITING"));
    }

    @Test
    void aMailThatIsRefusedItselfIsRefusedForAllByItsCode() throws Exception {
        server.answersEvery(".", "554 5.7.1 not wanted here");
        assertThat(send(NADIA, DRISS)).containsOnly(Map.entry(NADIA, "554 REFUSED"), Map.entry(DRISS, "554 REFUSED"));

        server.answersEvery(".", "452 4.3.1 disk full");
        assertThat(send(NADIA)).containsOnly(Map.entry(NADIA, "452 WAITING"));
    }

    @Test
    void theNextMailGoesByTheSameConnectionUnlessSomethingWentWrongOnIt() throws Exception {
        AtomicInteger greetings = new AtomicInteger();
        server.answers(line -> {
            if (line.equals("hello")) {
                greetings.incrementAndGet();
            }
            return line.contains("driss") ? Optional.of("550 5.1.1 no such user") : Optional.empty();
        });

        send(NADIA);
        send(SALMA);
        assertThat(greetings).hasValue(1);
        assertThat(server.handed()).hasSize(2);

        send(DRISS);
        send(NADIA);
        assertThat(greetings).hasValue(2);

        server.leave();
        assertThat(send(NADIA)).containsOnly(Map.entry(NADIA, "250 ACCEPTED"));
        assertThat(greetings).hasValue(3);
    }

    @Test
    void aUserProvesWhoHeIsByATokenWhichIsAskedForAnewWhenItWasTakenBack() throws Exception {
        AtomicReference<String> good = new AtomicReference<>("first");
        List<String> shown = new CopyOnWriteArrayList<>();
        server.answers(line -> {
            if (line.startsWith("EHLO")) {
                return Optional.of("250-here\r\n250 AUTH PLAIN XOAUTH2");
            }
            if (!line.startsWith("AUTH ")) {
                return Optional.empty();
            }
            String[] words = line.split(" ");
            shown.add(words[1] + " " + new String(Base64.getDecoder().decode(words[2]), StandardCharsets.UTF_8));
            return Optional.of(shown.getLast().contains("Bearer " + good.get() + "\1") ? "235 welcome" : "535 no");
        });
        token("first");
        sender.setUsername("markaz@example.ma");
        smtp.destroy();
        smtp = mailWith(new Mailbox.OAuth(TOKENS.baseUrl() + "/token", "mowakaba", "secret", "smtp", ""));

        assertThat(send(NADIA)).containsOnly(Map.entry(NADIA, "250 ACCEPTED"));
        assertThat(shown).containsExactly("XOAUTH2 user=markaz@example.ma\1auth=Bearer first\1\1");

        good.set("second");
        server.leave();
        assertThat(send(NADIA)).containsOnly(Map.entry(NADIA, "away WAITING"));
        token("second");
        assertThat(send(NADIA)).containsOnly(Map.entry(NADIA, "250 ACCEPTED"));

        TOKENS.stubFor(post("/token").willReturn(serverError()));
        smtp.destroy();
        smtp = mailWith(new Mailbox.OAuth(TOKENS.baseUrl() + "/token", "mowakaba", "secret", "smtp", ""));
        assertThat(send(NADIA)).containsOnly(Map.entry(NADIA, "away WAITING"));
    }

    private static void token(String value) {
        TOKENS.stubFor(post("/token").willReturn(okJson("{\"access_token\":\"" + value + "\",\"expires_in\":3600}")));
    }

    @Test
    void aConnectionIsGivenBackWhenTheMailRoomCloses() throws Exception {
        send(NADIA);
        assertThat(server.guests()).isEqualTo(1);

        smtp.destroy();

        await().untilAsserted(() -> assertThat(server.guests()).isZero());
    }

    @Test
    void whatIsSaidAboutUsIsNoWordAboutTheRecipient() throws Exception {
        server.answersEvery("MAIL", "553 5.7.1 not your address");
        assertThat(send(NADIA)).containsOnly(Map.entry(NADIA, "553 WAITING"));

        server.answersEvery("RCPT", "530 5.7.0 say who you are");
        assertThat(send(NADIA)).containsOnly(Map.entry(NADIA, "530 WAITING"));
    }

    @Test
    void aServerThatDoesNotTalkIsAwayAndOneThatStopsTalkingMayHaveTakenIt() throws Exception {
        server.answersEvery("hello", "421 busy");
        assertThat(send(NADIA)).containsOnly(Map.entry(NADIA, "away WAITING"));

        server.answersEvery(".", ScriptedSmtp.CUT);
        assertThat(send(NADIA)).containsOnly(Map.entry(NADIA, "cut WAITING unsure"));

        int port = server.port();
        server.close();
        sender.setPort(port);
        assertThat(send(NADIA)).containsOnly(Map.entry(NADIA, "away WAITING"));
    }

    private Map<EmailAddress, String> send(EmailAddress... to) throws Exception {
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        OutgoingMail mail = new OutgoingMail("1@mowakaba.localhost");
        mail.setFrom("markaz@mowakaba.localhost");
        mail.addTo(to[0].value());
        mail.setSubject("Réponse");
        mail.setTextMsg("Bonjour");
        mail.setHtmlMsg("<p>Bonjour</p>");
        Map<EmailAddress, String> said = new java.util.HashMap<>();
        smtp.send(mail, List.of(to))
                .forEach((recipient, answer) ->
                        said.put(recipient, answer.code() + " " + answer.state() + (answer.sure() ? "" : " unsure")));
        return said;
    }

    @Test
    void onlyAnAnswerAboutTheRecipientIsForGood() {
        assertThat(List.of(550, 551, 552, 553, 554, 501, 556))
                .allSatisfy(code -> assertThat(SmtpAnswer.of(code).state()).isEqualTo(State.REFUSED));
        assertThat(List.of(421, 450, 451, 452, 500, 503, 530, 535))
                .allSatisfy(code -> assertThat(SmtpAnswer.of(code).state()).isEqualTo(State.WAITING));
    }
}
