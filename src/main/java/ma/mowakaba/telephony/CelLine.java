package ma.mowakaba.telephony;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of {@code cel_custom} as Asterisk 22.10 writes it: field names in small letters, {@code eventextra} a JSON text within the JSON,
 * a user-defined event under its own name.
 *
 * @param extra of a user-defined event what the dialplan wrote, of others what Asterisk adds, both {@code a=b&c=d}
 */
record CelLine(
        String type,
        Instant at,
        String uniqueid,
        String linkedid,
        String channel,
        String number,
        String exten,
        String context,
        String app,
        String data,
        String extra) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSSSSS]xx", Locale.ROOT);
    private static final int LONGEST_ID = 80;

    /** @return empty for a line that is no record */
    static Optional<CelLine> parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            CelLine cel = new CelLine(
                    text(node, "eventtype"),
                    OffsetDateTime.parse(text(node, "eventtime"), TIME).toInstant(),
                    text(node, "uniqueid"),
                    text(node, "linkedid"),
                    text(node, "channame"),
                    text(node, "num"),
                    text(node, "exten"),
                    text(node, "context"),
                    text(node, "appname"),
                    text(node, "appdata"),
                    extra(text(node, "eventextra")));
            return cel.type.isEmpty() || !id(cel.linkedid) || !id(cel.uniqueid) ? Optional.empty() : Optional.of(cel);
        } catch (JacksonException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean id(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_ID && text.chars().allMatch(c -> c > 32 && c < 127);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static String extra(String json) {
        if (json.isEmpty()) {
            return "";
        }
        JsonNode node = JSON.readTree(json);
        return node.has("extra")
                ? text(node, "extra")
                : node.properties().stream()
                        .map(field -> field.getKey() + "=" + field.getValue().asString(""))
                        .collect(Collectors.joining("&"));
    }
}
