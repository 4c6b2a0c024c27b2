package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import ma.mowakaba.Center;

/**
 * Four mail servers, each with one mail after the other, which it hands in until it is taken. Until they are closed; then each still hands in
 * its last one.
 */
final class MailServers implements AutoCloseable {

    private static final int SERVERS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(SERVERS);
    private final Supplier<byte[]> mails;
    private final Set<Integer> refusals;
    private final int[] ports;
    private volatile boolean more = true;

    /** @param refusals where any status but a success is noted @param ports of centers, which are tried in turn */
    MailServers(Supplier<byte[]> mails, Set<Integer> refusals, int... ports) {
        this.mails = mails;
        this.refusals = refusals;
        this.ports = ports;
        IntStream.range(0, SERVERS).forEach(first -> threads.execute(() -> send(first)));
    }

    private void send(int first) {
        for (int turn = first; more; turn++) {
            byte[] raw = mails.get();
            while (!taken(Center.at(ports[turn % ports.length]), raw)) {
                turn++;
                pause(200);
            }
            pause(50);
        }
    }

    /** No answer is none: the mail may have been taken, and is handed in again. */
    private boolean taken(Center center, byte[] raw) {
        try {
            int status = center.mail(raw).status();
            if (status == 200 || status == 201) {
                return true;
            }
            refusals.add(status);
            return false;
        } catch (UncheckedIOException none) {
            return false;
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        more = false;
        threads.shutdown();
        boolean all = threads.awaitTermination(60, TimeUnit.SECONDS);
        threads.shutdownNow();
        assertThat(all).as("each mail was taken in the end").isTrue();
    }
}
