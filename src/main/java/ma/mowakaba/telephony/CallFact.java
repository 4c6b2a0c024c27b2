package ma.mowakaba.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the exchange says of a call, live or in its journal: the same words for both, so that either may come first, twice, or alone. */
sealed interface CallFact {

    String linkedid();

    Instant at();

    /** @param number as the carrier gave it, empty when withheld */
    record Arrived(String linkedid, String channel, String number, String dialled, Instant at) implements CallFact {}

    record Queued(String linkedid, String queue, Instant at) implements CallFact {}

    /** @param consent to being recorded, given or refused by a key */
    record Consented(String linkedid, boolean consent, Instant at) implements CallFact {}

    record Rang(String linkedid, Party party, Instant at) implements CallFact {}

    /** The queue gave up on a telephone that rang, and tries another. */
    record Missed(String linkedid, String uniqueid, Instant at) implements CallFact {}

    /** @param score 1 to 5, pressed after the call */
    record Rated(String linkedid, int score, Instant at) implements CallFact {}

    record PickedUp(String linkedid, String uniqueid, Instant at) implements CallFact {}

    /** Talks in this call from now on, whichever call his telephone rang for: how a colleague gets it who was asked first. */
    record Joined(String linkedid, Party party, Instant at) implements CallFact {}

    /** The telephone that dialled is put down. @param status DIALSTATUS; @param cause as in Q.850 */
    record Dialled(String linkedid, String status, int cause, Instant at) implements CallFact {}

    /** @param on whether this side makes the others wait from now on, or has come back to them */
    record Hold(String linkedid, String uniqueid, boolean on, Instant at) implements CallFact {}

    record LegEnded(String linkedid, String uniqueid, Instant at) implements CallFact {}

    /** The hang-up handler's summary, written however the call ended. */
    record Summed(String linkedid, Summary summary, Instant at) implements CallFact {}

    /** The queue let the caller go, as {@code queue_log} has it; counts only where no summary was written. */
    record LeftQueue(String linkedid, String how, Instant at) implements CallFact {}

    /** The last channel is gone. */
    record Over(String linkedid, Instant at) implements CallFact {}

    /** The exchange does not know the call any more and never said how it ended. */
    record Vanished(String linkedid, Instant at) implements CallFact {}

    /** A channel other than the caller's, named {@code PJSIP/1001-0000002a}. */
    record Party(String uniqueid, String channel) {

        private static final String TECHNOLOGY = "PJSIP/";

        boolean known() {
            return channel.startsWith(TECHNOLOGY) && channel.lastIndexOf('-') > TECHNOLOGY.length();
        }

        /** @return {@code 1001}, or the name of the trunk */
        String device() {
            return channel.substring(TECHNOLOGY.length(), channel.lastIndexOf('-'));
        }
    }

    /**
     * @param language in which the caller was spoken to, empty when he chose none
     * @param status QUEUESTATUS: empty when the caller hung up first or was handed over
     * @param voicemail SUCCESS when a message was left
     */
    record Summary(
            String language,
            String queue,
            String status,
            boolean abandoned,
            Optional<Duration> waited,
            Optional<Duration> talked,
            String voicemail) {}
}
