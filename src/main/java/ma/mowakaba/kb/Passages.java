package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes of an article what is indexed: a passage for each part, with the words of all languages. */
final class Passages {

    private Passages() {}

    static String id(String slug, String anchor) {
        return slug + "#" + anchor;
    }

    /** @param article in each of its languages */
    static IndexArticle of(List<ArticleWords> article) {
        ArticleText text = article.getFirst().text();
        Map<String, List<AnalysedText>> bodies = bodies(article);
        List<IndexArticle.Passage> passages = new ArrayList<>();
        bodies.forEach((anchor, body) -> {
            Map<String, Terms> fields = new TreeMap<>();
            put(fields, Zone.BODY, body.stream());
            fields.put(Zone.PART.field(Field.IDEA), Terms.of(anchor));
            passages.add(new IndexArticle.Passage(id(text.slug(), anchor), fields));
        });
        Map<String, Terms> shared = new TreeMap<>();
        put(shared, Zone.TITLE, article.stream().map(ArticleWords::title));
        put(shared, Zone.HEAD, head(article));
        putWhole(shared, passages);
        return new IndexArticle(text.head().domain().value(), shared, passages);
    }

    private static void putWhole(Map<String, Terms> fields, List<IndexArticle.Passage> passages) {
        for (Field field : Field.values()) {
            if (Ranking.keeps(Zone.WHOLE, field)) {
                put(
                        fields,
                        Zone.WHOLE.field(field),
                        Terms.sum(passages.stream()
                                .flatMap(passage ->
                                        Stream.ofNullable(passage.fields().get(Zone.BODY.field(field))))));
            }
        }
    }

    private static void put(Map<String, Terms> fields, String field, Terms terms) {
        if (terms.size() > 0) {
            fields.put(field, terms);
        }
    }

    /** @param texts of the zone */
    static void put(Map<String, Terms> fields, Zone zone, Stream<AnalysedText> texts) {
        Map<Field, TermCounts> counts = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (Ranking.keeps(zone, field)) {
                counts.put(field, new TermCounts());
            }
        }
        texts.forEach(text -> text.forEachTerm((field, term) -> {
            TermCounts kept = counts.get(field);
            if (kept != null) {
                kept.add(term, 1);
            }
        }));
        counts.forEach((field, kept) -> put(fields, zone.field(field), kept.terms()));
    }

    /** @return by anchor */
    private static Map<String, List<AnalysedText>> bodies(List<ArticleWords> article) {
        Map<String, List<AnalysedText>> bodies = new TreeMap<>();
        for (ArticleWords words : article) {
            List<ArticleText.Section> sections = words.text().sections();
            for (int at = 0; at < sections.size(); at++) {
                bodies.computeIfAbsent(sections.get(at).anchor(), _ -> new ArrayList<>())
                        .add(words.sections().get(at));
            }
        }
        return bodies;
    }

    private static Stream<AnalysedText> head(List<ArticleWords> article) {
        Map<String, AnalysedText> keywords = new LinkedHashMap<>();
        article.forEach(words -> keywords.putAll(words.keywords()));
        Stream<AnalysedText> others =
                article.stream().flatMap(words -> Stream.concat(Stream.of(words.summary()), words.laws().stream()));
        return Stream.concat(others, keywords.values().stream());
    }
}
