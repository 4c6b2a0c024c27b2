package ma.mowakaba.demo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import ma.mowakaba.demo.exchange.CallScript.Behaviour;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeSimulatorTest {

    @TempDir
    Path folder;

    private ExchangeSimulator exchange;

    @BeforeEach
    void start() {
        exchange = ExchangeSimulator.start(
                new ExchangeSetup(0, "mowakaba", "s3cret", "route", 100, folder, Clock.systemUTC()));
    }

    @AfterEach
    void stop() {
        exchange.close();
    }

    @Test
    void aClientThatKnowsTheSecretIsLetInByItsDigest() throws Exception {
        try (Client client = new Client(exchange.port())) {
            String challenge =
                    client.ask("Action", "Challenge", "AuthType", "MD5").get("Challenge");
            AmiMessage answer = client.ask(
                    "Action",
                    "Login",
                    "AuthType",
                    "MD5",
                    "Username",
                    "mowakaba",
                    "Key",
                    md5(challenge + "s3cret"),
                    "ActionID",
                    "7");
            assertThat(answer.get("Response")).isEqualTo("Success");
            assertThat(answer.get("ActionID")).isEqualTo("7");
            assertThat(client.next().get("Event")).isEqualTo("FullyBooted");
        }
    }

    @Test
    void aWrongSecretIsRefusedAndTheConnectionEnds() throws Exception {
        try (Client client = new Client(exchange.port())) {
            assertThat(client.ask("Action", "Login", "Username", "mowakaba", "Secret", "wrong")
                            .get("Message"))
                    .isEqualTo("Authentication failed");
            assertThat(AmiMessage.read(client.in)).isEmpty();
        }
    }

    @Test
    void nobodyCommandsBeforeHeHasSignedIn() throws Exception {
        try (Client client = new Client(exchange.port())) {
            assertThat(client.ask("Action", "QueueStatus").get("Response")).isEqualTo("Error");
        }
    }

    @Test
    void aClientWithEventsOffHearsOnlyAnswers() throws Exception {
        try (Client client = signedIn("off")) {
            exchange.say("Event", "PeerStatus", "Peer", "PJSIP/1001");
            assertThat(client.ask("Action", "Ping", "ActionID", "9").get("Ping"))
                    .isEqualTo("Pong");
            assertThat(client.ask("Action", "Nonsense").get("Message")).startsWith("Invalid/unknown command");
            assertThat(client.ask("Action", "Originate", "Channel", "PJSIP/1001", "Application", "System")
                            .get("Response"))
                    .isEqualTo("Error");
        }
    }

    @Test
    void anAnsweredCallIsToldInTheOrderOfARealOneWithItsOwnNames() throws Exception {
        try (Client client = signedIn("on")) {
            client.ask(
                    "Action",
                    "QueueAdd",
                    "Queue",
                    "funding-ar",
                    "Interface",
                    "PJSIP/1007",
                    "MemberName",
                    "Salma",
                    "Penalty",
                    "1");
            String linkedid =
                    exchange.call(CallScript.from("0661220042").speaking("ar").about("funding"));
            List<AmiMessage> heard = client.until(event ->
                    event.get("Event").equals("Hangup") && event.get("Uniqueid").equals(linkedid));
            assertThat(heard.stream()
                            .map(e -> e.get("Event"))
                            .filter(e -> !e.equals("QueueMemberStatus"))
                            .toList())
                    .containsSubsequence(
                            "Newchannel",
                            "UserEvent",
                            "QueueCallerJoin",
                            "Newchannel",
                            "AgentCalled",
                            "DialBegin",
                            "DialEnd",
                            "AgentConnect",
                            "BridgeEnter",
                            "AgentComplete",
                            "UserEvent",
                            "Hangup");
            AmiMessage connect = heard.stream()
                    .filter(e -> e.get("Event").equals("AgentConnect"))
                    .findFirst()
                    .orElseThrow();
            assertThat(connect.get("Linkedid")).isEqualTo(linkedid);
            assertThat(connect.get("Queue")).isEqualTo("funding-ar");
            assertThat(connect.get("Interface")).isEqualTo("PJSIP/1007");
            assertThat(connect.get("MemberName")).isEqualTo("Salma");
            assertThat(connect.get("CallerIDNum")).isEqualTo("0661220042");
            assertThat(heard.toString())
                    .doesNotContain("1795461047")
                    .doesNotContain("0661220001")
                    .doesNotContain("association-life");
        }
        assertThat(Files.readString(exchange.setup().queueLog()))
                .contains("|ENTERQUEUE|")
                .contains("|CONNECT|")
                .contains("|COMPLETEAGENT|");
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                Files.readAllLines(exchange.setup().cel()).getLast())
                        .contains("LINKEDID_END"));
    }

    @Test
    void aPausedMemberIsNotRungAndTheCallerWaitsUntilHeGivesUp() throws Exception {
        try (Client client = signedIn("on")) {
            client.ask(
                    "Action",
                    "QueueAdd",
                    "Queue",
                    "general-fr",
                    "Interface",
                    "PJSIP/1001",
                    "Penalty",
                    "0",
                    "Paused",
                    "true");
            String linkedid = exchange.call(CallScript.withheld()
                    .behaving(Behaviour.ABANDONED)
                    .lasting(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ZERO));
            List<AmiMessage> heard = client.until(event ->
                    event.get("Event").equals("Hangup") && event.get("Uniqueid").equals(linkedid));
            assertThat(heard.stream().map(e -> e.get("Event")))
                    .contains("QueueCallerAbandon")
                    .doesNotContain("AgentCalled", "DialEnd");
        }
    }

    private Client signedIn(String events) throws IOException {
        Client client = new Client(exchange.port());
        assertThat(client.ask("Action", "Login", "Username", "mowakaba", "Secret", "s3cret", "Events", events)
                        .get("Response"))
                .isEqualTo("Success");
        return client;
    }

    private static String md5(String text) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static final class Client implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(20_000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(in.readLine()).isEqualTo("Asterisk Call Manager/11.0.0");
        }

        AmiMessage ask(String... pairs) throws IOException {
            socket.getOutputStream().write(AmiMessage.of(pairs).wire().getBytes(StandardCharsets.UTF_8));
            return until(message -> !message.get("Response").isEmpty()).getLast();
        }

        AmiMessage next() throws IOException {
            return AmiMessage.read(in).orElseThrow();
        }

        List<AmiMessage> until(Predicate<AmiMessage> last) throws IOException {
            List<AmiMessage> heard = new ArrayList<>();
            do {
                heard.add(next());
            } while (!last.test(heard.getLast()));
            return heard;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
