package ma.mowakaba.telephony;

import java.util.Optional;
import ma.mowakaba.kernel.Language;

/**
 * What the dialplan asks while somebody is on the line: answered quickly and without changing anything. Every method is refused with
 * UNAUTHENTICATED {@code call.route-secret} when the secret is not the exchange's.
 */
public interface Hotline {

    /** A call comes in. */
    Welcome welcome(String secret, Arrival arrival);

    /** @return what is played about the caller's newest unfinished case */
    String status(String secret, Arrival arrival);

    /** He chose in the menu: which queue, with what priority, and what he is told before he waits. */
    Route route(String secret, Arrival arrival);

    /** He would like to be called back; that he is comes from the journal, when the call has ended. */
    CallbackAnswer callback(String secret, Arrival arrival);

    /**
     * @param number as the carrier gave it, empty when withheld
     * @param dialled the number that was called
     * @param domain a code, or the key pressed; empty before the menu
     */
    record Arrival(String linkedid, String number, String dialled, Language language, String domain) {}

    /**
     * @param language in which we know the caller
     * @param cases how many unfinished cases he has
     * @param domains codes in the order of the menu, with slashes between
     */
    record Welcome(boolean open, Language language, int cases, String domains) {}

    /**
     * @param queue {@code <domain>-<language>}
     * @param extension of the advisor who has the caller's case and is free for him
     * @param recognised whether we know the number
     * @param speech what is played before the wait, empty when somebody is free
     */
    record Route(String queue, int priority, Optional<String> extension, boolean recognised, String speech) {}

    /** What he is told. */
    enum CallbackAnswer {
        KEPT,
        /** One is owed to this number already. */
        KNOWN,
        /** We may not dial this number. */
        REFUSED
    }
}
