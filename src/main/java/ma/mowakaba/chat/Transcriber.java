package ma.mowakaba.chat;

import java.time.Clock;
import java.time.Duration;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes along, beside the conversation and not in its way: nobody's line waits for the case. What could not be written, or was missed
 * by a node that died, is made good by the next line or by the sweep.
 */
@Component
class Transcriber {

    private static final Logger LOG = LoggerFactory.getLogger(Transcriber.class);

    /** Before that somebody is writing it just now. */
    private static final Duration LATE = Duration.ofSeconds(20);

    private final Transcript transcript;
    private final ChatLines lines;
    private final Clock clock;

    Transcriber(Transcript transcript, ChatLines lines, Clock clock) {
        this.transcript = transcript;
        this.lines = lines;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(ChatEvent event) {
        Thread.ofVirtual().name("transcript").start(() -> write(event.chat()));
    }

    @Scheduled(fixedDelayString = "PT15S")
    @SchedulerLock(name = "chat-transcripts")
    void sweep() {
        lines.behind(clock.instant().minus(LATE)).forEach(this::write);
    }

    private void write(ChatId chat) {
        try {
            transcript.bring(chat);
        } catch (RuntimeException e) {
            LOG.warn("chat: the transcript of room {} is behind until the next sweep: {}", chat, e.toString());
        }
    }
}
