package ma.mowakaba.demo.exchange;

import java.nio.file.Path;
import java.time.Clock;

/**
 * How the exchange is set up.
 *
 * @param system its name, which stands before each call's id
 * @param port of the manager interface on loopback, 0 for any free one
 * @param pace how many times faster than life; 1 plays calls as long as they are
 * @param journal folder the CEL file and {@code queue_log} are written to
 * @param sharedSecret sent to the center's route call
 */
public record ExchangeSetup(
        String system,
        int port,
        String user,
        String secret,
        String sharedSecret,
        double pace,
        Path journal,
        Clock clock) {

    public ExchangeSetup(
            int port, String user, String secret, String sharedSecret, double pace, Path journal, Clock clock) {
        this("mw1", port, user, secret, sharedSecret, pace, journal, clock);
    }

    public Path cel() {
        return journal.resolve("cel-custom").resolve("mowakaba_cel.jsonl");
    }

    public Path queueLog() {
        return journal.resolve("queue_log");
    }

    public Path recordings() {
        return journal.resolve("monitor");
    }

    public ExchangeSetup atPort(int other) {
        return new ExchangeSetup(system, other, user, secret, sharedSecret, pace, journal, clock);
    }
}
