package ma.mowakaba.web.kb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kb.Manuscript;
import org.springframework.util.MultiValueMap;

/** What the form of a draft sends, as it was typed. */
final class DraftForm {

    private final MultiValueMap<String, String> fields;

    DraftForm(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    Manuscript manuscript() {
        return new Manuscript(
                line("title"),
                line("domain"),
                line("summary"),
                line("audience"),
                line("verified-on"),
                several("related", "[\\s,،]+"),
                several("keywords", "\\R"),
                references("legal"),
                references("sources"),
                one("body"));
    }

    private String one(String name) {
        return Optional.ofNullable(fields.getFirst(name)).orElse("");
    }

    private String line(String name) {
        return one(name).replaceAll("\\s*\\R\\s*", " ").strip();
    }

    private List<String> several(String name, String between) {
        return Arrays.stream(one(name).split(between))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Rows of two fields; a row of which both are empty is none. */
    private List<Article.Reference> references(String name) {
        List<String> texts = fields.getOrDefault(name + "-text", List.of());
        List<String> urls = fields.getOrDefault(name + "-url", List.of());
        List<Article.Reference> references = new ArrayList<>();
        for (int i = 0; i < Math.min(texts.size(), urls.size()); i++) {
            Article.Reference one =
                    new Article.Reference(texts.get(i).strip(), urls.get(i).strip());
            if (!one.text().isEmpty() || !one.url().isEmpty()) {
                references.add(one);
            }
        }
        return references;
    }
}
