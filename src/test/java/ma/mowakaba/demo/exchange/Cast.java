package ma.mowakaba.demo.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who plays which part of a recording: recorded names on the left, those of the call being played on the right. */
final class Cast {

    private final Map<String, String> within = new HashMap<>();
    private final Map<String, String> whole = new HashMap<>();

    /** Replaces a text wherever it stands: channel names, unique ids, queue names. */
    Cast within(String recorded, String played) {
        within.put(recorded, played);
        return this;
    }

    /** Replaces a value that is exactly this text: numbers, names, languages. */
    Cast whole(String recorded, String played) {
        whole.put(recorded, played);
        return this;
    }

    /**
     * @param changes headers to be given another value, by name
     * @param timestamp seconds with microseconds
     */
    List<AmiMessage> play(List<AmiMessage> part, Map<String, String> changes, String timestamp) {
        Pattern names = Pattern.compile(within.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        return part.stream()
                .filter(event -> !event.get("Event").equals("QueueMemberStatus"))
                .map(event -> new AmiMessage(event.headers().stream()
                        .map(header -> new AmiMessage.Header(header.name(), value(header, names, changes, timestamp)))
                        .toList()))
                .toList();
    }

    private String value(AmiMessage.Header header, Pattern names, Map<String, String> changes, String timestamp) {
        if (header.name().equals("Timestamp")) {
            return timestamp;
        }
        String change = changes.get(header.name());
        if (change != null) {
            return change;
        }
        String exact = whole.get(header.value());
        if (exact != null) {
            return exact;
        }
        return names.matcher(header.value())
                .replaceAll(found -> Matcher.quoteReplacement(within.getOrDefault(found.group(), found.group())));
    }
}
