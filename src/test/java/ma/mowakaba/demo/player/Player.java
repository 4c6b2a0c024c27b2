package ma.mowakaba.demo.player;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Rings, writes and chats every few seconds, and lets some colleagues answer, so that the screens live; until told to stop. */
@Played
class Player {

    private static final Logger log = LoggerFactory.getLogger(Player.class);

    private final List<Part> parts;
    private int turn;

    Player(List<Part> parts) {
        this.parts = parts;
    }

    /** One voice of the play. */
    interface Part {

        /** @param turn counts up from 0 */
        void play(int turn) throws Exception;
    }

    @Scheduled(
            initialDelayString = "${mowakaba.demo.player.start:8s}",
            fixedDelayString = "${mowakaba.demo.player.every:5s}")
    void play() {
        int now = turn++;
        Part part = parts.get(now % parts.size());
        try {
            part.play(now / parts.size());
        } catch (Exception e) {
            log.warn("The player missed a turn of {}: {}", part.getClass().getSimpleName(), e.toString());
        }
    }
}
