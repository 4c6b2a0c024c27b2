package ma.mowakaba.staff;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether somebody can be given a contact now.
 *
 * @param reason of a pause, a message key {@code presence.reason.<reason>}; empty otherwise
 */
public record Presence(State state, Optional<String> reason, Instant since) {

    public enum State {
        OFFLINE,
        AVAILABLE,
        BUSY,
        WRAP_UP,
        PAUSED;

        /** @return the word outside programs use, as in {@code wrap-up} */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
