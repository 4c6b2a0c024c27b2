package ma.mowakaba.telephony;

import java.util.Locale;

/**
 * A file of an exchange's journal, read from here or shipped.
 *
 * @param file what its position is kept under
 */
record JournalFeed(String exchange, JournalLine.Source source, String file) {

    static JournalFeed shipped(String exchange, JournalLine.Source source) {
        return new JournalFeed(exchange, source, exchange + ":" + source.name().toLowerCase(Locale.ROOT));
    }
}
