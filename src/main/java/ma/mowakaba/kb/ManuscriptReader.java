package ma.mowakaba.kb;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/** Takes a file apart without asking whether it is right. */
final class ManuscriptReader {

    private static final String FENCE = "\n---\n";

    private final Map<?, ?> head;

    private ManuscriptReader(String yaml) {
        Object loaded = TypedDays.yaml(new LoaderOptions(), new TypedDays()).load(yaml);
        this.head = loaded instanceof Map<?, ?> map ? map : Map.of();
    }

    static Manuscript read(String markdown) {
        String lines = markdown.replace("\r\n", "\n");
        int end = lines.indexOf(FENCE);
        return new ManuscriptReader(lines.substring(0, end))
                .manuscript(lines.substring(end + FENCE.length()).replaceFirst("^\\n+", ""));
    }

    private Manuscript manuscript(String body) {
        return new Manuscript(
                text(head.get("title")),
                text(head.get("domain")),
                text(head.get("summary")),
                text(head.get("audience")),
                text(head.get("verified-on")),
                texts("related"),
                texts("keywords"),
                references("legal"),
                references("sources"),
                body);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private List<?> list(String key) {
        return head.get(key) instanceof List<?> list ? list : List.of();
    }

    private List<String> texts(String key) {
        return list(key).stream().map(ManuscriptReader::text).toList();
    }

    private List<Article.Reference> references(String key) {
        return list(key).stream()
                .map(value -> value instanceof Map<?, ?> map ? map : Map.of())
                .map(map -> new Article.Reference(text(map.get("text")), text(map.get("url"))))
                .toList();
    }
}
