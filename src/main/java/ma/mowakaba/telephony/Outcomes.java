package ma.mowakaba.telephony;

import java.time.Duration;
import java.util.Locale;
import ma.mowakaba.contact.Outcome;

/**
 * How a call ended, read from what the exchange left. Asterisk 22 says "abandoned" of a caller whom the queue sent away too, so the
 * queue's own status comes first.
 */
final class Outcomes {

    /** Hint of a call that the exchange forgot. */
    static final String VANISHED = "VANISHED";

    private Outcomes() {}

    static Outcome of(CallFact.Summary summary, boolean answered) {
        boolean talked = summary.talked().filter(Duration::isPositive).isPresent();
        return switch (summary.status().toUpperCase(Locale.ROOT)) {
            case "CONTINUE" -> Outcome.ANSWERED;
            case "TIMEOUT" -> message(summary, Outcome.TIMEOUT);
            case "FULL" -> message(summary, Outcome.FULL);
            case "JOINEMPTY", "JOINUNAVAIL" -> message(summary, Outcome.JOIN_EMPTY);
            case "LEAVEEMPTY", "LEAVEUNAVAIL" -> message(summary, Outcome.LEAVE_EMPTY);
            case "CLOSED" -> message(summary, Outcome.CLOSED);
            case "CALLBACK" -> Outcome.CALLBACK;
            default -> unsaid(summary, answered || talked);
        };
    }

    /** @param hint of queue_log, empty when it has none */
    static Outcome without(String hint, boolean queued, boolean answered) {
        if (hint.equals(VANISHED)) {
            return Outcome.INTERRUPTED;
        }
        if (answered) {
            return Outcome.ANSWERED;
        }
        return switch (hint) {
            case "EXITWITHTIMEOUT" -> Outcome.TIMEOUT;
            case "EXITEMPTY" -> Outcome.LEAVE_EMPTY;
            default -> queued ? Outcome.ABANDONED : Outcome.IVR_HANGUP;
        };
    }

    private static Outcome message(CallFact.Summary summary, Outcome otherwise) {
        return summary.voicemail().equalsIgnoreCase("SUCCESS") ? Outcome.VOICEMAIL : otherwise;
    }

    private static Outcome unsaid(CallFact.Summary summary, boolean answered) {
        if (answered) {
            return Outcome.ANSWERED;
        }
        return summary.queue().isEmpty() ? Outcome.IVR_HANGUP : Outcome.ABANDONED;
    }
}
