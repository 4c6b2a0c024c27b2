package ma.mowakaba.web.help;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages as data for search engines.
 *
 * @see <a href="https://schema.org">schema.org</a>, JSON-LD 1.1
 */
@Component
class StructuredData {

    private static final String LANGUAGE = "inLanguage";

    private final JsonMapper json;
    private final Addresses addresses;

    StructuredData(JsonMapper json, Addresses addresses) {
        this.json = json;
        this.addresses = addresses;
    }

    String home(Language language, Words words) {
        Map<String, Object> site = thing("WebSite", words.say("web.door.title"));
        site.put("url", addresses.whole(Addresses.home(language, "")));
        site.put(LANGUAGE, language.code());
        site.put("publisher", publisher(words));
        Map<String, Object> search = typed("SearchAction");
        search.put("target", addresses.whole(Addresses.home(language, "")) + "?q={search_term_string}");
        search.put("query-input", "required name=search_term_string");
        site.put("potentialAction", search);
        return script(List.of(site));
    }

    String article(Article article, Words words) {
        Language language = article.language();
        String url = addresses.whole(Addresses.article(language, article.slug()));
        List<Map<String, Object>> graph = new ArrayList<>();
        graph.add(text(article, url, words));
        if (!article.steps().isEmpty()) {
            graph.add(howTo(article, url));
        }
        graph.add(path(article, url, words));
        return script(graph);
    }

    private static Map<String, Object> text(Article article, String url, Words words) {
        Map<String, Object> text = typed("Article");
        text.put("@id", url + "#article");
        text.put("headline", article.title());
        text.put("description", article.summary());
        text.put(LANGUAGE, article.language().code());
        text.put("dateModified", article.updatedAt().toString());
        text.put("articleSection", words.domain(article.domain()));
        text.put("author", publisher(words));
        text.put("publisher", publisher(words));
        text.put(
                "citation",
                Stream.concat(article.legal().stream(), article.sources().stream())
                        .map(StructuredData::work)
                        .toList());
        Map<String, Object> page = typed("WebPage");
        page.put("@id", url);
        page.put("lastReviewed", article.verifiedOn().toString());
        text.put("mainEntityOfPage", page);
        return text;
    }

    private static Map<String, Object> howTo(Article article, String url) {
        Map<String, Object> guide = thing("HowTo", article.title());
        guide.put("@id", url + "#steps");
        guide.put("description", article.summary());
        guide.put(LANGUAGE, article.language().code());
        guide.put(
                "step",
                IntStream.range(0, article.steps().size())
                        .mapToObj(at -> {
                            Map<String, Object> step = typed("HowToStep");
                            step.put("position", at + 1);
                            step.put("text", article.steps().get(at));
                            return step;
                        })
                        .toList());
        return guide;
    }

    private Map<String, Object> path(Article article, String url, Words words) {
        String home = addresses.whole(Addresses.home(article.language(), ""));
        Map<String, Object> path = typed("BreadcrumbList");
        path.put(
                "itemListElement",
                List.of(
                        crumb(1, words.say("help.home"), home),
                        crumb(2, words.domain(article.domain()), home + "#" + article.domain()),
                        crumb(3, article.title(), url)));
        return path;
    }

    private static Map<String, Object> crumb(int position, String name, String item) {
        Map<String, Object> crumb = thing("ListItem", name);
        crumb.put("position", position);
        crumb.put("item", item);
        return crumb;
    }

    private static Map<String, Object> work(Article.Reference source) {
        Map<String, Object> work = thing("CreativeWork", source.text());
        if (!source.url().isEmpty()) {
            work.put("url", source.url());
        }
        return work;
    }

    private static Map<String, Object> publisher(Words words) {
        return thing("Organization", words.say("web.door.title"));
    }

    private static Map<String, Object> thing(String type, String name) {
        Map<String, Object> thing = typed(type);
        thing.put("name", name);
        return thing;
    }

    private static Map<String, Object> typed(String type) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", type);
        return thing;
    }

    /** No sign of it may end the script element it stands in. */
    private String script(List<Map<String, Object>> graph) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@graph", graph);
        return json.writeValueAsString(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
