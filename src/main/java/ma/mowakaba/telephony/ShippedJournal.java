package ma.mowakaba.telephony;

import ma.mowakaba.kernel.Problem;

/**
 * Takes the journal of an exchange on another host. Every method is refused with UNAUTHENTICATED {@code call.route-secret} when the secret is
 * not the exchange's, and with NOT_FOUND {@code journal.unknown} for an exchange or a file we do not know.
 */
public interface ShippedJournal {

    Place place(String secret, File file);

    /**
     * The same piece twice is kept once; TOO_LARGE {@code request.too-large}.
     *
     * @param bytes of the file from there, at most 256 KiB; a half line at their end is not kept and comes again with the next piece
     */
    Receipt take(String secret, File file, Place from, byte[] bytes);

    /**
     * @param exchange its system name
     * @param kind {@code cel} or {@code queue}
     */
    record File(String exchange, String kind) {}

    /**
     * @param inode of the file, 0 when none was read yet
     * @param offset bytes, INVALID {@code journal.place} below zero
     */
    record Place(long inode, long offset) {

        public Place {
            if (offset < 0) {
                throw Problem.invalid("journal.place");
            }
        }
    }

    /**
     * @param taken whether all of the piece's lines are here now; false when it did not begin where the last one ended, and nothing was kept
     * @param next where the next piece begins
     */
    record Receipt(boolean taken, Place next) {}
}
