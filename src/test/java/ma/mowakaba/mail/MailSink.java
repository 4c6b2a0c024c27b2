package ma.mowakaba.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A mail server that takes whatever it is handed, and keeps nothing: beside it a center can be measured by itself, which the demonstration's,
 * in the same process and with a mailbox for each recipient, does not allow. Prints how many it took every ten seconds.
 *
 * <p>Usage: {@code MailSink port}, and a center with {@code --spring.mail.host=127.0.0.1 --spring.mail.port=<port>}
 */
final class MailSink {

    private static final AtomicLong TAKEN = new AtomicLong();

    private MailSink() {}

    public static void main(String[] arguments) throws Exception {
        Thread.ofPlatform().daemon().start(MailSink::tell);
        try (var door = new ServerSocket(Integer.parseInt(arguments[0]), 200, InetAddress.getLoopbackAddress())) {
            while (true) {
                Socket guest = door.accept();
                Thread.ofVirtual().start(() -> serve(guest));
            }
        }
    }

    private static void tell() {
        while (true) {
            try {
                Thread.sleep(10_000);
            } catch (InterruptedException e) {
                return;
            }
            System.out.println(TAKEN.get() + " taken");
        }
    }

    private static void serve(Socket guest) {
        try (guest) {
            var in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = guest.getOutputStream();
            say(out, "220 here");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    String mail = in.readLine();
                    while (mail != null && !mail.equals(".")) {
                        mail = in.readLine();
                    }
                    TAKEN.incrementAndGet();
                }
                say(out, line.startsWith("QUIT") ? "221 bye" : "250 well");
            }
        } catch (IOException gone) {
            // who hangs up has what he wanted
        }
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
