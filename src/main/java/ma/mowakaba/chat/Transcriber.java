package ma.mowakaba.chat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes along, beside the conversation and not in its way: nobody's line waits for the case. What is missed by a node that dies is
 * made good by the next line, or by the end of the room.
 */
@Component
class Transcriber {

    private static final Logger LOG = LoggerFactory.getLogger(Transcriber.class);

    private final Transcript transcript;

    Transcriber(Transcript transcript) {
        this.transcript = transcript;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(ChatEvent event) {
        Thread.ofVirtual().name("transcript").start(() -> write(event.chat()));
    }

    private void write(ChatId chat) {
        try {
            transcript.bring(chat);
        } catch (RuntimeException e) {
            LOG.warn("chat: the transcript of room {} is behind until something happens there: {}", chat, e.toString());
        }
    }
}
