package ma.mowakaba.telephony;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import ma.mowakaba.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asterisk says live that somebody was put on hold, and writes it nowhere. We write it into its journal for it, with the moment it said, so that the
 * journal tells it again when our own database could not take it.
 */
@Component
class HoldNotes {

    static final String ON = "HOLD";
    static final String OFF = "UNHOLD";
    private static final Logger log = LoggerFactory.getLogger(HoldNotes.class);

    private final Exchanges exchanges;

    HoldNotes(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    /** On the worker that heard it, before it is stored. */
    @EventListener
    void heard(CallFact.Hold hold) {
        try {
            exchanges
                    .of(hold.linkedid())
                    .note(new ExchangeLink.Note(
                            ExchangeLink.Note.NONE,
                            ExchangeLink.Note.NONE,
                            hold.linkedid(),
                            hold.on() ? ON : OFF,
                            hold.uniqueid() + " " + hold.at()));
        } catch (Problem e) {
            log.info("A hold in call {} is not in the exchange's journal: {}", hold.linkedid(), e.subject());
        }
    }

    /** @return what such a line says, empty for one that somebody else wrote */
    static Optional<CallFact> read(QueueLogLine line) {
        String[] words = line.data().split(" ");
        if (words.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new CallFact.Hold(line.callid(), words[0], line.event().equals(ON), Instant.parse(words[1])));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
