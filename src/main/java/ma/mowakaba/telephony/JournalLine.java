package ma.mowakaba.telephony;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * A record of the journal, whichever file it stands in.
 *
 * @param linkedid of its call, empty when it belongs to none
 * @param urgent says what the live link does not, or that its call is over
 */
record JournalLine(Source source, String linkedid, Instant at, boolean urgent, String text) {

    /** The files, by the word their rows carry. */
    enum Source {
        CEL,
        QUEUE
    }

    /** @return SHA-256 of the source and the line: the same line read again is the same record */
    byte[] digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) source.ordinal());
            return digest.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
