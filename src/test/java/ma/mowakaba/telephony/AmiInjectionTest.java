package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whatever stands in a name or a number, one action leaves, with the headers it has and no other. */
class AmiInjectionTest {

    private static final String NASTY =
            "\r\n\t\u0000\u000b\u0085\u2028,;:|=\"<>Action: Originate\r\nApplication: System\r\nData: x\r\n\r\n";

    @Test
    void noTextBreaksOutOfItsHeader() throws Exception {
        try (Listener exchange = new Listener();
                LiveLink link = new LiveLink(exchange.port(), "s3cret")) {
            Awaitility.await().until(() -> link.gateway.state().connected());
            Random random = new Random(11);
            for (int i = 0; i < 150; i++) {
                String text = random(random);
                exchange.blocks.clear();
                link.actions.originate("id" + text, "PJSIP/" + text, text);
                assertThat(exchange.next())
                        .as("originate of %s", text)
                        .containsExactly(
                                "action",
                                "actionid",
                                "async",
                                "channel",
                                "channelid",
                                "context",
                                "exten",
                                "priority",
                                "timeout");
                link.actions.add(
                        new ExchangeLink.Member("general-fr" + text, "PJSIP/1" + text, "name" + text, 1, false));
                assertThat(exchange.next())
                        .containsExactly("action", "actionid", "interface", "membername", "paused", "penalty", "queue");
                link.actions.transfer("c" + text, "1" + text);
                assertThat(exchange.next()).containsExactly("action", "actionid", "channel", "context", "exten");
                link.actions.hangUp("c" + text);
                assertThat(exchange.next()).containsExactly("action", "actionid", "channel");
                assertThat(exchange.blocks).isEmpty();
            }
        }
    }

    @Test
    void whatSupervisorsDoReachesTheDialplanAsDigitsAndNamesOnly() throws Exception {
        try (Listener exchange = new Listener();
                LiveLink link = new LiveLink(exchange.port(), "s3cret")) {
            Awaitility.await().until(() -> link.gateway.state().connected());
            Random random = new Random(12);
            for (int i = 0; i < 50; i++) {
                String text = random(random);
                exchange.blocks.clear();
                link.actions.hear(new ExchangeLink.Hearing(
                        "id" + text, "PJSIP/1009", Supervision.Ear.WHISPER, "1001" + text, "mw1-1.2" + text));
                List<String> lines = exchange.lines();
                assertThat(names(lines))
                        .containsExactly(
                                "action",
                                "actionid",
                                "async",
                                "channel",
                                "channelid",
                                "context",
                                "exten",
                                "priority",
                                "timeout",
                                "variable");
                assertThat(lines)
                        .anyMatch(line -> line.matches("(?i)exten: 21001[0-9]*"))
                        .anyMatch(line -> line.matches("(?i)variable: MW_SPY=mw1-1\\.2[A-Za-z0-9._-]*"));
                link.actions.move("c" + text, "general-fr", "funding-fr" + text);
                assertThat(exchange.next()).containsExactly("action", "actionid", "channel", "value", "variable");
                assertThat(exchange.next()).containsExactly("action", "actionid", "caller", "queue", "withdrawinfo");
                link.actions.priority("c" + text, "q" + text, 20);
                assertThat(exchange.next())
                        .containsExactly("action", "actionid", "caller", "immediate", "priority", "queue");
                link.actions.silence("c" + text, true);
                assertThat(exchange.next()).containsExactly("action", "actionid", "channel", "direction", "state");
                link.actions.note(
                        new ExchangeLink.Note("q" + text, "PJSIP/1" + text, "id" + text, "HOLD", "at" + text));
                assertThat(exchange.next())
                        .containsExactly("action", "actionid", "event", "interface", "message", "queue", "uniqueid");
                assertThat(exchange.blocks).isEmpty();
            }
        }
    }

    private static List<String> names(List<String> lines) {
        return lines.stream()
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(java.util.Locale.ROOT))
                .sorted()
                .toList();
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(
                    random.nextInt(3) == 0
                            ? (char) random.nextInt(0x2100)
                            : NASTY.charAt(random.nextInt(NASTY.length())));
        }
        return random.nextInt(3) == 0 ? text + NASTY : text.toString();
    }

    /** Says yes to everything and keeps what it was sent, but for signing in and pings. */
    private static final class Listener implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final BlockingQueue<List<String>> blocks = new LinkedBlockingQueue<>();

        Listener() throws IOException {
            Thread.ofVirtual().start(() -> {
                while (!server.isClosed()) {
                    try {
                        Socket client = server.accept();
                        Thread.ofVirtual().start(() -> serve(client));
                    } catch (IOException e) {
                        return;
                    }
                }
            });
        }

        int port() {
            return server.getLocalPort();
        }

        /** @return names of the headers, sorted */
        List<String> next() throws InterruptedException {
            return names(lines());
        }

        List<String> lines() throws InterruptedException {
            List<String> block = blocks.poll(5, TimeUnit.SECONDS);
            assertThat(block).isNotNull();
            return block;
        }

        private void serve(Socket client) {
            try (client) {
                say(client, "Asterisk Call Manager/11.0.0\r\n");
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                List<String> block = new ArrayList<>();
                String line;
                while ((line = in.readLine()) != null) {
                    if (line.isEmpty()) {
                        answer(client, List.copyOf(block));
                        block.clear();
                    } else {
                        block.add(line);
                    }
                }
            } catch (IOException e) {
                // gone
            }
        }

        private void answer(Socket client, List<String> block) throws IOException {
            String action = block.getFirst().toLowerCase(java.util.Locale.ROOT);
            String id = block.stream()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("actionid:"))
                    .findFirst()
                    .orElse("ActionID: 0");
            if (!action.matches("action: (challenge|login|ping|coresettings|command)")) {
                blocks.add(block);
            }
            say(
                    client,
                    "Response: Success\r\n" + id
                            + "\r\nChallenge: 1\r\nPing: Pong\r\nAsteriskVersion: 22.10.1\r\nMessage: yes\r\n\r\n");
        }

        private static void say(Socket client, String text) throws IOException {
            client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
