package ma.mowakaba.telephony;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of {@code queue_log}: seconds, call, queue, member, event, data, with bars between.
 *
 * @param data the first of them, empty when there is none
 */
record QueueLogLine(Instant at, String callid, String queue, String event, String data) {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{9,11}");
    private static final Pattern CALL = Pattern.compile("[!-~]{1,80}");
    private static final Pattern EVENT = Pattern.compile("[A-Z]{3,30}");

    /** @return the call, empty where the word of a part of Asterisk stands instead: NONE, MANAGER, REALTIME */
    String call() {
        return callid.matches("[A-Z]+") ? "" : callid;
    }

    /** @return empty for a line that is no record */
    static Optional<QueueLogLine> parse(String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length < 5
                || !SECONDS.matcher(parts[0]).matches()
                || !CALL.matcher(parts[1]).matches()
                || !EVENT.matcher(parts[4]).matches()) {
            return Optional.empty();
        }
        return Optional.of(new QueueLogLine(
                Instant.ofEpochSecond(Long.parseLong(parts[0])),
                parts[1],
                parts[2],
                parts[4],
                parts.length > 5 ? parts[5] : ""));
    }
}
