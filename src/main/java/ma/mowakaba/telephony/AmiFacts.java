package ma.mowakaba.telephony;

import java.util.function.Predicate;
import org.asteriskjava.manager.event.ManagerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one exchange says, as facts about its own calls; what it says of another's is not believed. */
final class AmiFacts {

    private static final Logger log = LoggerFactory.getLogger(AmiFacts.class);

    private final AmiTranslator translator;
    private final CallFacts facts;
    private final Predicate<String> own;
    private volatile boolean warned;

    /** @param own whether a Linkedid is of this exchange */
    AmiFacts(AmiTranslator translator, CallFacts facts, Predicate<String> own) {
        this.translator = translator;
        this.facts = facts;
        this.own = own;
    }

    /** Never waits. */
    void hear(ManagerEvent event) {
        translator.translate(event).ifPresent(fact -> {
            if (own.test(fact.linkedid())) {
                facts.offer(fact);
            } else if (!warned) {
                warned = true;
                log.error("An exchange speaks of call {}, which is another's: its SYSTEM_NAME is not the one set here", fact.linkedid());
            }
        });
    }

    void lookAgain() {
        facts.lookAgain();
    }
}
