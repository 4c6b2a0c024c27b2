package ma.mowakaba.telephony;

import ma.mowakaba.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks which telephones are registered, when the exchange is there and when it is there again; it answers as if each had just changed. */
@Component
class TelephoneQuestion {

    private static final Logger log = LoggerFactory.getLogger(TelephoneQuestion.class);

    private final Exchanges exchanges;

    TelephoneQuestion(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @EventListener
    void lookAgain(CallFacts.LookAgain look) {
        exchanges.all().stream().filter(Exchanges.Node::linked).forEach(TelephoneQuestion::ask);
    }

    private static void ask(Exchanges.Node exchange) {
        try {
            exchange.link().askForDevices();
        } catch (Problem e) {
            log.info("Exchange {} does not say which telephones are registered: {}", exchange.name(), e.subject());
        }
    }
}
