package ma.mowakaba.web.supervisor;

import java.util.concurrent.atomic.AtomicReference;
import ma.mowakaba.web.live.PartMoved;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.context.ApplicationEventPublisher;

/**
 * A part for supervisors of which nobody tells that it changed, so that it is asked from time to time.
 *
 * @param <T> what it shows comes from this: equal values look the same
 */
abstract class AskedPart<T> implements SharedPart {

    private final ApplicationEventPublisher events;
    private final AtomicReference<T> last;

    /** @param nothing what it is taken for until it is asked */
    AskedPart(T nothing, ApplicationEventPublisher events) {
        this.last = new AtomicReference<>(nothing);
        this.events = events;
    }

    abstract T now();

    final void ask() {
        T now = now();
        if (!now.equals(last.getAndSet(now))) {
            events.publishEvent(new PartMoved(name()));
        }
    }

    @Override
    public Audience audience() {
        return Audience.SUPERVISOR;
    }
}
