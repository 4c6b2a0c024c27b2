package ma.mowakaba.telephony;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.asteriskjava.manager.event.DeviceStateChangeEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one exchange says, as facts about its own calls; what it says of another's is not believed. */
final class AmiFacts {

    private static final Logger log = LoggerFactory.getLogger(AmiFacts.class);

    private final AmiTranslator translator;
    private final CallFacts facts;
    private final Predicate<String> own;
    private final Predicate<String> at;
    private final Clock clock;
    private volatile boolean warned;
    private volatile Optional<Instant> last = Optional.empty();

    /** @param own whether a Linkedid is of this exchange; @param at whether the telephone of an extension is at it */
    AmiFacts(AmiTranslator translator, CallFacts facts, Predicate<String> own, Predicate<String> at, Clock clock) {
        this.at = at;
        this.translator = translator;
        this.facts = facts;
        this.own = own;
        this.clock = clock;
    }

    /** Never waits. */
    void hear(ManagerEvent event) {
        translator.translate(event).ifPresent(fact -> {
            if (own.test(fact.linkedid())) {
                last = Optional.of(clock.instant());
                facts.offer(fact);
            } else if (!warned) {
                warned = true;
                log.error(
                        "An exchange speaks of call {}, which is another's: its SYSTEM_NAME is not the one set here",
                        fact.linkedid());
            }
        });
    }

    /** Never waits. */
    void hear(DeviceStateChangeEvent event) {
        AmiTranslator.device(event)
                .filter(state -> state.extension().filter(at).isPresent())
                .ifPresent(facts::heard);
    }

    /** @return when it last said something about a call */
    Optional<Instant> last() {
        return last;
    }

    void lookAgain() {
        facts.lookAgain();
    }
}
