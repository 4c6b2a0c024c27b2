package ma.mowakaba.web.live;

import java.time.Duration;
import ma.mowakaba.web.Words;

/** A piece of a screen that looks the same to everybody of one audience and language: painted once, sent to all. */
public interface SharedPart {

    /** Who may see it; also the first step of the destination, {@code /topic/<audience>/<lang>/<part>}. */
    enum Audience {
        LIVE,
        SUPERVISOR,
        /** Numbers only, without names. */
        FIGURES;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @return the name of its template in {@code part/}, of the model attribute it reads, and of its {@code data-part} */
    String name();

    Audience audience();

    /** @return whether this event may have changed what it shows; of a part that no event moves, whether it was told of by its name */
    default boolean movedBy(Object event) {
        return event instanceof PartMoved moved && moved.part().equals(name());
    }

    /** @return whether this event is shown without waiting for the end of a rest */
    default boolean hurriedBy(Object event) {
        return false;
    }

    Object content(Words words);

    /** @return how long it rests after a painting while events rush in; the first event is painted at once */
    default Duration rest() {
        return Duration.ofMillis(100);
    }
}
