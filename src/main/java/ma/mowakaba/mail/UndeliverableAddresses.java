package ma.mowakaba.mail;

import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.kernel.EmailAddress;

/** Addresses that gave a mail of ours back for good. Believed are only reports about a mail that we did send there. */
public interface UndeliverableAddresses {

    /** @return empty when nothing is known against it, or when it has written to us since */
    Optional<Undeliverable> look(EmailAddress address);

    /**
     * @param status as in {@code 5.1.1}; empty string when the report named none
     * @param text what the server said, one line
     * @param since of the last report
     * @param times how often
     */
    record Undeliverable(Reason reason, String status, String text, Instant since, int times) {}

    enum Reason {
        /** Nobody can be reached there. */
        DEAD,
        /** He called a mail of ours unwanted. */
        COMPLAINT
    }
}
