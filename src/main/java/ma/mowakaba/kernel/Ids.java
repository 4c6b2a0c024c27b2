package ma.mowakaba.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * UUIDs of version 7, which sort by the time they were made.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562 §5.7</a>
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** @param millis since the epoch, of the caller's clock */
    public static UUID next(long millis) {
        long high = millis << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        long low = RANDOM.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
