package ma.mowakaba.telephony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds the file of each call that is over, once. Nothing is kept of a call that did not accept it, and no file in which nobody speaks;
 * what was kept is deleted when its time is over.
 */
@Component
class RecordingSweep {

    private static final Logger log = LoggerFactory.getLogger(RecordingSweep.class);
    private static final int AT_ONCE = 200;
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final RecordingBook book;
    private final RecordingFiles files;
    private final RecordingSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    /** When the last call that the round before looked at was over. */
    private Instant behind = Instant.EPOCH;

    RecordingSweep(
            RecordingBook book,
            RecordingFiles files,
            RecordingSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.files = files;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT2S")
    @SchedulerLock(name = "telephony-recordings")
    void find() {
        if (files.there()) {
            Instant now = Columns.now(clock);
            Instant oldest = now.minus(settings.lookFor());
            List<CallRow> calls = book.undecided(behind.isAfter(oldest) ? behind : oldest, AT_ONCE);
            calls.forEach(call -> attempt(call, now));
            behind = next(calls);
        }
    }

    /** Files that never come keep those of later calls not waiting: a round goes on where the one before ended, the last one begins anew. */
    private static Instant next(List<CallRow> calls) {
        return calls.size() < AT_ONCE
                ? Instant.EPOCH
                : calls.getLast().endedAt().orElse(Instant.EPOCH);
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    @SchedulerLock(name = "telephony-recordings-retention")
    void forget() {
        Instant now = Columns.now(clock);
        for (Recordings.Purpose purpose : Recordings.Purpose.values()) {
            Instant oldest = now.minus(settings.keep().of(purpose));
            book.older(purpose, oldest, AT_ONCE)
                    .forEach(linkedid -> delete(linkedid, Recordings.Because.RETENTION, now));
        }
    }

    private void attempt(CallRow call, Instant now) {
        try {
            Optional<Path> file = files.find(call.linkedid());
            boolean old = call.endedAt().orElse(now).isBefore(now.minus(SETTLED));
            if (file.isPresent()) {
                found(call, file.get(), now);
            } else if (old && !expected(call)) {
                book.none(call.linkedid(), now);
            }
        } catch (IOException | Problem e) {
            log.warn("The recording of call {} waits: {}", call.linkedid(), e.toString());
        }
    }

    private static boolean expected(CallRow call) {
        return call.consent().orElse(false) && call.answeredAt().isPresent();
    }

    private void found(CallRow call, Path file, Instant now) throws IOException {
        if (!files.finished(file)) {
            return;
        }
        long bytes = Files.size(file);
        if (bytes <= RecordedSound.HEADER) {
            files.delete(call.linkedid());
            book.none(call.linkedid(), now);
        } else if (call.consent().orElse(false)) {
            take(call, file, bytes, now);
        } else {
            log.error("Call {} was recorded without consent; its file is deleted", call.linkedid());
            take(call, file, bytes, now);
            delete(call.linkedid(), Recordings.Because.REFUSED, now);
        }
    }

    private void take(CallRow call, Path file, long bytes, Instant now) throws IOException {
        Instant made = call.endedAt().orElse(now);
        if (book.keep(call.linkedid(), bytes, RecordedSound.read(file), made)) {
            events.publishEvent(new CallEvent.Recorded(call.id(), call.contact(), now));
        }
    }

    private void delete(String linkedid, Recordings.Because because, Instant now) {
        try {
            files.delete(linkedid);
            book.deleted(linkedid, new Recordings.Deletion(now, because, "", Optional.empty()));
        } catch (Problem away) {
            log.warn("The recording of call {} could not be deleted yet", linkedid);
        }
    }
}
