package ma.mowakaba.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import ma.mowakaba.Center;
import ma.mowakaba.chat.ChatRooms;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.demo.DemonstrationCenter;
import ma.mowakaba.demo.database.EmbeddedMariaDb;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.web.Somebody;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two nodes on one database that share a RabbitMQ: what happens on the first is seen on a screen of the second. The first is in this
 * process, with the demonstration's exchange and mail server; the second is the jar that is shipped.
 */
@EnabledIf(
        value = "rabbitInstalled",
        disabledReason = "rabbitmq-server is not installed: apt-get install rabbitmq-server")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(60)
class RelayIT {

    private static final List<String> FORBIDDEN = List.of(
            "/topic/supervisor/fr/calls",
            "/topic/supervisor.fr.calls",
            "/topic/#",
            "/topic/unresolved-user-destination",
            "/topic/user-registry",
            "/exchange/amq.topic/#",
            "/exchange/amq.direct/live.fr-user1",
            "/queue/live.fr-user1");

    private static Rabbit rabbit;
    private static ConfigurableApplicationContext first;
    private static Center here;
    private static Process second;
    private static int there;

    static boolean rabbitInstalled() {
        return Rabbit.installed();
    }

    @BeforeAll
    static void twoNodes() throws Exception {
        rabbit = Rabbit.start(Path.of("target/relay/rabbit"));
        first = DemonstrationCenter.quiet(
                "--mowakaba.demo.database.fresh=true",
                "--mowakaba.demo.home=target/relay/first",
                "--mowakaba.demo.exchange.pace=5",
                "--mowakaba.live.relay.host=127.0.0.1",
                "--mowakaba.live.relay.port=" + rabbit.port,
                "--mowakaba.live.relay.login=guest",
                "--mowakaba.live.relay.passcode=guest");
        here = Center.at(first.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        there = freePort();
        second = jar();
        within(90).ignoreExceptions().until(() -> ready(there));
    }

    private static Process jar() throws IOException {
        EmbeddedMariaDb database = first.getBean(EmbeddedMariaDb.class);
        GreenMail mail = first.getBean(GreenMail.class);
        String address = first.getEnvironment().getRequiredProperty("mowakaba.mail.address");
        var builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"), "-Xmx400m", "-jar", "target/mowakaba.jar");
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("SERVER_PORT", Integer.toString(there)),
                        Map.entry("SPRING_DATASOURCE_URL", database.jdbcUrl()),
                        Map.entry("SPRING_DATASOURCE_USERNAME", database.user()),
                        Map.entry("SPRING_DATASOURCE_PASSWORD", database.password()),
                        Map.entry("SPRING_MAIL_HOST", "127.0.0.1"),
                        Map.entry(
                                "SPRING_MAIL_PORT",
                                Integer.toString(mail.getSmtp().getPort())),
                        Map.entry("MOWAKABA_MAIL_MAILBOXES_0_HOST", "127.0.0.1"),
                        Map.entry(
                                "MOWAKABA_MAIL_MAILBOXES_0_PORT",
                                Integer.toString(mail.getImap().getPort())),
                        Map.entry("MOWAKABA_MAIL_MAILBOXES_0_ADDRESS", address),
                        Map.entry("MOWAKABA_MAIL_MAILBOXES_0_USER", address),
                        Map.entry("MOWAKABA_MAIL_MAILBOXES_0_PASSWORD", address),
                        Map.entry("MOWAKABA_MAIL_MAILBOXES_0_ENCRYPTION", "NONE"),
                        Map.entry("MOWAKABA_LIVE_RELAY_HOST", "127.0.0.1"),
                        Map.entry("MOWAKABA_LIVE_RELAY_PORT", Integer.toString(rabbit.port)),
                        Map.entry("MOWAKABA_LIVE_RELAY_LOGIN", "guest"),
                        Map.entry("MOWAKABA_LIVE_RELAY_PASSCODE", "guest")));
        return builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target/relay/second.log").toFile())
                .start();
    }

    @AfterAll
    static void end() throws Exception {
        if (second != null) {
            second.destroy();
            second.waitFor();
        }
        if (first != null) {
            first.close();
        }
        if (rabbit != null) {
            rabbit.close();
        }
    }

    @Test
    @Order(1)
    void aCallThatComesToOneNodeIsShownOnAScreenOfTheOther() throws Exception {
        try (LiveScreen wallboard = screen("supervisor", "/wallboard").watch("/topic/supervisor/fr/calls")) {
            known("supervisor");
            PhoneNumber number = PhoneNumber.parse("+212661000777").orElseThrow();
            first.getBean(ExchangeSimulator.class)
                    .call(CallScript.from(number.e164()).about("funding").behaving(CallScript.Behaviour.ABANDONED));
            within(10)
                    .until(() -> wallboard.frames.stream()
                            .anyMatch(frame -> frame.part().equals("calls") && frame.shows(number.national())));
            assertThat(numbers(wallboard, "calls"))
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .isNotEmpty();
        }
    }

    @Test
    @Order(2)
    void aMailTakenByOneNodeIsOneCaseOneAcknowledgementAndSeenOnAScreenOfTheOther() throws Exception {
        try (LiveScreen desk = screen("advisor2", "/tickets").watch("/topic/live/fr/waiting")) {
            known("advisor2");
            List<String> senders = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                String sender = "relais-" + UUID.randomUUID() + "@example.ma";
                senders.add(sender);
                assertThat(here.mail(mail(sender)).status()).isEqualTo(201);
            }
            within(10)
                    .until(() ->
                            desk.frames.stream().anyMatch(frame -> frame.part().equals("waiting")));
            within(20).until(() -> senders.stream().allMatch(sender -> acknowledged(sender) >= 1));
            assertThat(senders)
                    .allSatisfy(sender -> assertThat(acknowledged(sender)).isEqualTo(1));
        }
    }

    @Test
    @Order(3)
    void aMailInTheMailboxBothNodesReadIsOneCase() {
        String subject = "Une seule fois " + UUID.randomUUID();
        first.getBean(GreenMail.class)
                .getUserManager()
                .getUser(first.getEnvironment().getRequiredProperty("mowakaba.mail.address"))
                .deliver(com.icegreen.greenmail.util.GreenMailUtil.newMimeMessage(
                        new String(mail("boite@example.ma"), StandardCharsets.UTF_8).replace("Question", subject)));
        Center other = Center.at(there);
        within(20).until(() -> cases(other, subject) >= 1);
        assertThat(cases(here, subject)).isEqualTo(1);
    }

    @Test
    @Order(4)
    void aVisitorOfOneNodeTalksWithAnAdvisorOfTheOtherInNumberedLines() throws Exception {
        ChatRooms rooms = first.getBean(ChatRooms.class);
        ChatRooms.Opened opened = rooms.open(Language.FR, Optional.of(new DomainCode("funding")), Optional.empty());
        String room = opened.chat().toString();
        StaffId advisor = onlyOneIsHere();
        try (LiveScreen visitor = LiveScreen.ofVisitor(there, room, opened.secret())) {
            within(10).until(visitor::connected);
            visitor.watch("/topic/chat." + room)
                    .say("/app/chat." + room + ".say", "{\"clientId\":\"1\",\"text\":\"Bonjour, une question\"}");
            within(10).until(() -> visitor.frames.stream().anyMatch(frame -> frame.shows("une question")));

            rooms.askForAdvisor(opened.chat());
            int last = within(30)
                    .ignoreExceptions()
                    .until(
                            () -> rooms.advisorSays(opened.chat(), advisor, "a1", "Je vous écoute")
                                    .number(),
                            number -> number > 1);
            within(10).until(() -> visitor.frames.stream().anyMatch(frame -> frame.shows("Je vous écoute")));
            within(10)
                    .untilAsserted(() -> assertThat(lineNumbers(visitor))
                            .as("each once; over two nodes one may overtake another, and the widget goes by the"
                                    + " numbers")
                            .containsAll(IntStream.rangeClosed(1, last).boxed().toList())
                            .doesNotHaveDuplicates());
        }
        first.getBean(PresenceBoard.class).offline(advisor);
    }

    private static List<Integer> lineNumbers(LiveScreen visitor) {
        return visitor.frames.stream()
                .filter(frame -> frame.body().path("type").asString("").equals("line"))
                .map(frame -> frame.body().path("number").asInt())
                .toList();
    }

    /** Without a telephone that could ring; whoever an earlier test left at work could be given the chat. */
    private static StaffId onlyOneIsHere() {
        PresenceBoard board = first.getBean(PresenceBoard.class);
        board.present().keySet().forEach(board::offline);
        StaffId somebody = Somebody.answeringEverything(
                        first.getBean(Accounts.class), first.getBean(Domains.class), Optional.empty())
                .id();
        board.available(somebody);
        return somebody;
    }

    @Test
    @Order(5)
    void aPersonalPartGoesToItsOwnerOnTheOtherNodeAndToNobodyElse() throws Exception {
        try (LiveScreen owner = screen("advisor", "/tickets").watch("/user/queue/live.fr");
                LiveScreen colleague = screen("advisor2", "/tickets").watch("/user/queue/live.fr")) {
            known("advisor");
            known("advisor2");
            first.getBean(PresenceBoard.class).pause(DemoStaff.id("advisor"), "prayer");
            within(10)
                    .until(() ->
                            owner.frames.stream().anyMatch(frame -> frame.part().equals("presence")));
            first.getBean(PresenceBoard.class).pause(DemoStaff.id("advisor2"), "meal");
            within(10)
                    .until(() -> colleague.frames.stream()
                            .anyMatch(frame -> frame.part().equals("presence")));
            assertThat(presenceNumbers(colleague)).hasSize(1);
        }
    }

    @Test
    @Order(6)
    void theRulesHoldThroughTheRelay() throws Exception {
        Predicate<LiveScreen> refused = one -> one.has("CLOSED") && !one.has("MESSAGE");
        try (LiveScreen screen = screen("advisor", "/tickets")) {
            for (String forbidden : FORBIDDEN) {
                screen.connect("/tickets").watch(forbidden);
                within(10).until(() -> refused.test(screen));
            }
            screen.connect("/tickets").say("/topic/live/fr/waiting", "{}");
            within(10).until(() -> refused.test(screen));
        }
    }

    @Test
    @Order(7)
    void whenTheBrokerGoesTheNodesStayAndWhenItIsBackTheScreensCatchUp() throws Exception {
        LiveScreen desk = screen("advisor2", "/tickets").watch("/topic/live/fr/waiting");
        try (desk) {
            known("advisor2");
            rabbit.stop();
            within(20).until(() -> desk.has("CLOSED"));

            String sender = "coupure-" + UUID.randomUUID() + "@example.ma";
            var accepted = here.mail(mail(sender));
            assertThat(accepted.status()).isEqualTo(201);
            assertThat(ready(there)).isTrue();
            within(20).until(() -> acknowledged(sender) == 1);

            rabbit.start();
            within(30).pollInterval(Duration.ofMillis(500)).until(() -> {
                return desk.connect("/tickets").connected();
            });
            desk.watch("/topic/live/fr/waiting");
            assertThat(desk.snapshot("/live/parts?in=fr&names=waiting").toString())
                    .contains(accepted.body().path("ticket").asString());
            known("advisor2");
            here.mail(mail("retour-" + UUID.randomUUID() + "@example.ma"));
            within(15)
                    .until(() ->
                            desk.frames.stream().anyMatch(frame -> frame.part().equals("waiting")));
        }
    }

    private static LiveScreen screen(String who, String page) throws Exception {
        LiveScreen screen = LiveScreen.signedIn(there, who, who + "-demo").connect(page);
        within(10).until(screen::connected);
        return screen;
    }

    /** The first node has heard from the second that somebody looks there. */
    private static void known(String who) {
        var everybody = first.getBean(org.springframework.messaging.simp.user.SimpUserRegistry.class);
        within(10)
                .until(() -> Optional.ofNullable(everybody.getUser(who)).stream()
                        .flatMap(user -> user.getSessions().stream())
                        .anyMatch(session -> !session.getSubscriptions().isEmpty()));
    }

    private static List<Long> numbers(LiveScreen screen, String part) {
        return screen.frames.stream()
                .filter(frame -> frame.part().equals(part))
                .map(frame -> frame.body().path("n").asLong())
                .toList();
    }

    private static List<Long> presenceNumbers(LiveScreen screen) {
        return numbers(screen, "presence");
    }

    private static long acknowledged(String sender) {
        return Arrays.stream(first.getBean(GreenMail.class).getReceivedMessages())
                .filter(mail -> sentTo(mail, sender))
                .count();
    }

    private static boolean sentTo(jakarta.mail.internet.MimeMessage mail, String address) {
        try {
            return Arrays.toString(mail.getAllRecipients()).contains(address);
        } catch (jakarta.mail.MessagingException e) {
            return false;
        }
    }

    private static long cases(Center center, String subject) {
        var found = center.get("/api/tickets?q=" + subject.substring("Une seule fois ".length()));
        return found.body().path("items").size();
    }

    private static boolean ready(int port) {
        return Center.at(port).get("/actuator/health/readiness").status() == 200;
    }

    private static ConditionFactory within(int seconds) {
        return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(50));
    }

    private static byte[] mail(String from) {
        return """
            From: Association <%1$s>
            To: markaz@mowakaba.localhost
            Subject: Question
            Message-ID: <%2$s@example.ma>
            Content-Type: text/plain; charset=UTF-8

            Comment demander une subvention publique ?
            """.formatted(from, UUID.randomUUID()).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
