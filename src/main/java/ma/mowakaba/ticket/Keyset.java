package ma.mowakaba.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import ma.mowakaba.kernel.Problem;

/**
 * Where a list goes on: the sorted instant of the last row, and what tells rows of one instant apart.
 *
 * @param tie hexadecimal digits and hyphens only
 */
record Keyset(Instant at, String tie) {
    static Keyset parse(String cursor) {
        if (!cursor.matches("-?\\d{1,18}_[0-9a-f-]{1,36}")) {
            throw Problem.invalid("page.cursor");
        }
        int cut = cursor.indexOf('_');
        long micros = Long.parseLong(cursor.substring(0, cut));
        return new Keyset(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), cursor.substring(cut + 1));
    }

    /** @return the tie of rows that are numbered */
    long number() {
        try {
            return Long.parseLong(tie);
        } catch (NumberFormatException e) {
            throw Problem.invalid("page.cursor");
        }
    }

    /** @return the tie of rows that have an id */
    UUID id() {
        try {
            return UUID.fromString(tie);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("page.cursor");
        }
    }

    String cursor() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + tie;
    }
}
