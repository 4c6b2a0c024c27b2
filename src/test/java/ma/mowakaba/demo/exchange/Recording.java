package ma.mowakaba.demo.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call as a real Asterisk 22.10 reported it, cut into parts such as {@code arrive}, {@code ring}, {@code answer}.
 *
 * @param parts events by part, in their order
 * @param channels channel names in the order in which they appeared: caller first
 * @param uniqueids of those channels
 */
public record Recording(Map<String, List<AmiMessage>> parts, List<String> channels, List<String> uniqueids) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Recording> LOADED = new HashMap<>();

    /** @param name of a file in {@code telephony/recordings} */
    public static synchronized Recording of(String name) {
        return LOADED.computeIfAbsent(name, Recording::load);
    }

    public List<AmiMessage> part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    /** @return every event, in the order recorded */
    public List<AmiMessage> all() {
        return parts.values().stream().flatMap(List::stream).toList();
    }

    private static Recording load(String name) {
        Map<String, List<AmiMessage>> parts = new LinkedHashMap<>();
        List<String> channels = new ArrayList<>();
        List<String> uniqueids = new ArrayList<>();
        for (String line : lines(name)) {
            JsonNode node = JSON.readTree(line);
            AmiMessage event = event(node);
            String part = node.path("Part").asString("all");
            parts.computeIfAbsent(part, p -> new ArrayList<>()).add(event);
            if (event.get("Event").equals("Newchannel")) {
                channels.add(event.get("Channel"));
                uniqueids.add(event.get("Uniqueid"));
            }
        }
        return new Recording(parts, channels, uniqueids);
    }

    private static AmiMessage event(JsonNode node) {
        List<AmiMessage.Header> headers = new ArrayList<>();
        node.properties().forEach(field -> {
            if (field.getValue().isArray()) {
                field.getValue().forEach(each -> headers.add(new AmiMessage.Header(field.getKey(), each.asString())));
            } else if (!field.getKey().equals("Part")) {
                headers.add(
                        new AmiMessage.Header(field.getKey(), field.getValue().asString()));
            }
        });
        return new AmiMessage(headers);
    }

    private static List<String> lines(String name) {
        String file = "/telephony/recordings/" + name + ".jsonl";
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Recording.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
