package ma.mowakaba.telephony;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the hang-up handler's summary, from its event or from the journal's {@code a=b&c=d}. */
final class Summaries {

    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,12}");

    private Summaries() {}

    static CallFact.Summary of(
            @Nullable String language,
            @Nullable String queue,
            @Nullable String status,
            @Nullable String abandoned,
            @Nullable String waited,
            @Nullable String talked,
            @Nullable String voicemail) {
        return new CallFact.Summary(
                text(language),
                text(queue),
                text(status),
                "TRUE".equals(abandoned),
                millis(text(waited)),
                millis(text(talked)),
                text(voicemail));
    }

    static CallFact.Summary parse(String pairs) {
        Map<String, String> values = pairs(pairs);
        return of(
                values.get("lang"),
                values.get("queue"),
                values.get("qstatus"),
                values.get("abandoned"),
                values.get("wait_ms"),
                values.get("talk_ms"),
                values.get("vm"));
    }

    static Map<String, String> pairs(String text) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return values;
    }

    private static Optional<Duration> millis(String text) {
        return MILLIS.matcher(text).matches() ? Optional.of(Duration.ofMillis(Long.parseLong(text))) : Optional.empty();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
