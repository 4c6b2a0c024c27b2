package ma.mowakaba.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mail server that answers as it is told, and remembers what it was handed, taken or not. */
public final class ScriptedSmtp implements AutoCloseable {

    /** An answer after which nothing more is said. */
    public static final String CUT = "";

    private static final Function<String, Optional<String>> WILLING = command -> Optional.empty();
    private static final Pattern ADDRESS = Pattern.compile("<([^>]*)>");

    private final ServerSocket door;
    private final Thread listener;
    private final Set<Socket> guests = ConcurrentHashMap.newKeySet();
    private final List<Mail> handed = new CopyOnWriteArrayList<>();
    private volatile Function<String, Optional<String>> script = WILLING;

    public ScriptedSmtp() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener = Thread.ofVirtual().start(this::listen);
    }

    /** @param answer to the end of the mail */
    public record Mail(List<String> to, String raw, String answer) {

        public boolean taken() {
            return answer.startsWith("250");
        }

        public String header(String name) {
            return Stream.of(raw.split("\r\n\r\n", 2)[0].split("\r\n(?![ \t])"))
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT)
                            .startsWith(name.toLowerCase(java.util.Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** @param told command to answer; {@code hello} is the greeting, {@code .} the end of a mail; where it is silent the server takes it */
    public void answers(Function<String, Optional<String>> told) {
        script = told;
    }

    public void answersEvery(String command, String answer) {
        answers(line -> line.startsWith(command) ? Optional.of(answer) : Optional.empty());
    }

    public void isWilling() {
        script = WILLING;
    }

    public List<Mail> handed() {
        return List.copyOf(handed);
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                Thread.ofVirtual().start(() -> serve(guest));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket guest) {
        guests.add(guest);
        try (guest) {
            var in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = guest.getOutputStream();
            List<String> to = new ArrayList<>();
            boolean talking = say(out, answer("hello", "220 here"));
            while (talking) {
                String line = in.readLine();
                if (line == null) {
                    return;
                }
                talking = command(line, in, out, to);
            }
        } catch (IOException gone) {
            // the guest left
        } finally {
            guests.remove(guest);
        }
    }

    private boolean command(String line, BufferedReader in, OutputStream out, List<String> to) throws IOException {
        if (line.startsWith("DATA")) {
            String answer = answer(line, "354 go on");
            return say(out, answer) && (!answer.startsWith("354") || mail(in, out, to));
        }
        String answer = answer(line, line.startsWith("QUIT") ? "221 bye" : "250 well");
        if (line.startsWith("RCPT") && answer.startsWith("250")) {
            to.add(ADDRESS.matcher(line).results().findFirst().orElseThrow().group(1));
        }
        return say(out, answer) && !line.startsWith("QUIT");
    }

    private boolean mail(BufferedReader in, OutputStream out, List<String> to) throws IOException {
        StringBuilder raw = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            raw.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        String answer = answer(".", "250 taken");
        handed.add(new Mail(List.copyOf(to), raw.toString(), answer));
        to.clear();
        return say(out, answer);
    }

    private String answer(String command, String willing) {
        return script.apply(command).orElse(willing);
    }

    private static boolean say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8), 0, answer.isEmpty() ? 0 : answer.length() + 2);
        out.flush();
        return !answer.equals(CUT);
    }

    /** @return how many are connected */
    public int guests() {
        return guests.size();
    }

    /** Ends each connection, as a server that is restarted does. */
    public void leave() {
        guests.forEach(ScriptedSmtp::part);
    }

    private static void part(Socket guest) {
        try {
            guest.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever comes afterwards finds nobody: a door is shut only when nobody waits at it any more. */
    @Override
    public void close() {
        try {
            door.close();
            listener.join();
            leave();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
