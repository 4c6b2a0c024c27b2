package ma.mowakaba.demo.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One client of the manager interface: reads its actions in order, writes responses and, if it wants them, events. */
final class AmiSession {

    private static final String END = "";

    private final Socket socket;
    private final Floor floor;
    private final Actions actions;
    private final BlockingQueue<String> out = new LinkedBlockingQueue<>(200_000);
    volatile boolean wantsEvents;
    volatile boolean loggedIn;
    String challenge = "";

    AmiSession(Socket socket, Floor floor) {
        this.socket = socket;
        this.floor = floor;
        this.actions = new Actions(floor);
    }

    void run() {
        Thread writer = Thread.ofVirtual().start(this::write);
        out.add("Asterisk Call Manager/11.0.0\r\n");
        floor.sessions.add(this);
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            Optional<AmiMessage> action;
            while ((action = AmiMessage.read(in)).isPresent() && actions.obey(this, action.get())) {
                // the next one
            }
            out.add(END);
            writer.join(Duration.ofSeconds(1));
        } catch (IOException | InterruptedException e) {
            // the client is gone
        } finally {
            floor.sessions.remove(this);
            writer.interrupt();
        }
    }

    /** A client too slow to read what is said is cut off, as Asterisk does. */
    void event(String text) {
        if (wantsEvents && loggedIn && !out.offer(text)) {
            close();
        }
    }

    void answer(AmiMessage action, AmiMessage response) {
        String id = action.get("ActionID");
        out.add((id.isEmpty() ? response : response.with("ActionID", id)).wire());
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed
        }
    }

    private void write() {
        try (OutputStream stream = socket.getOutputStream()) {
            String text;
            while (!(text = out.take()).equals(END)) {
                stream.write(text.getBytes(StandardCharsets.UTF_8));
                if (out.isEmpty()) {
                    stream.flush();
                }
            }
        } catch (IOException | InterruptedException e) {
            close();
        }
    }
}
