package ma.mowakaba.mail;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Looks into every mailbox again and again; over all nodes one reader a mailbox, by a lease in the database. */
@Component
class MailboxRounds {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final List<MailboxReader> readers;
    private final Duration every;
    private final TaskScheduler scheduler;
    private final LockingTaskExecutor leases;
    private final Clock clock;
    private List<? extends ScheduledFuture<?>> rounds = List.of();

    MailboxRounds(
            MailboxReaders.Readers readers,
            MailSettings settings,
            @Qualifier("taskScheduler") TaskScheduler scheduler,
            LockProvider locks,
            Clock clock) {
        this.readers = readers.all();
        this.every = settings.read().every();
        this.scheduler = scheduler;
        this.leases = new DefaultLockingTaskExecutor(locks);
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        rounds = readers.stream()
                .map(reader -> scheduler.scheduleAtFixedRate(() -> look(reader), every))
                .toList();
    }

    @PreDestroy
    void stop() {
        rounds.forEach(round -> round.cancel(false));
        readers.forEach(MailboxReader::close);
    }

    /**
     * Each mailbox has a thread of its own, so that a slow one delays nobody. A round that comes while another is at work, here or at another
     * node, is left out; the lease is made longer as long as the work goes on.
     */
    private void look(MailboxReader reader) {
        if (!reader.ready()) {
            return;
        }
        leases.executeWithLock(
                (Runnable) reader::look,
                new LockConfiguration(clock.instant(), leaseName(reader.mailbox()), LEASE, Duration.ZERO));
    }

    private static String leaseName(Mailbox mailbox) {
        return "mailbox-" + UUID.nameUUIDFromBytes(mailbox.name().getBytes(StandardCharsets.UTF_8));
    }
}
