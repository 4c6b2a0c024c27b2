package ma.mowakaba.chat;

import java.time.Duration;
import java.util.Optional;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes the rooms visitors have left without saying so. */
@Component
class Caretaker {

    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);

    private final VisitorWatch watch;
    private final ChatRooms rooms;
    private final ChatSettings settings;

    Caretaker(VisitorWatch watch, ChatRooms rooms, ChatSettings settings) {
        this.watch = watch;
        this.rooms = rooms;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "PT15S")
    @SchedulerLock(name = "chat-caretaker")
    void closeWhatIsLeft() {
        close(RoomState.WAITING, settings.patience());
        close(RoomState.TALKING, settings.silence());
        close(RoomState.GUIDED, settings.guidedFor());
    }

    private void close(RoomState state, Duration gone) {
        for (ChatId chat : watch.goneFrom(state, gone)) {
            rooms.close(chat, Optional.empty());
            LOG.info("chat: room {} is closed, its visitor is gone while {}", chat, state.code());
        }
    }
}
