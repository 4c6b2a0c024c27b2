package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes the documents of the index: one for each part of each article, with the words of all its languages. */
final class Passages {

    private Passages() {}

    static String id(String slug, String anchor) {
        return slug + "#" + anchor;
    }

    /** @param article in each of its languages */
    static List<IndexDocument> of(List<ArticleWords> article) {
        ArticleText text = article.getFirst().text();
        Map<String, List<Tokens>> bodies = bodies(article);
        Map<String, Terms> shared = new TreeMap<>();
        put(shared, Zone.TITLE, article.stream().map(words -> words.title().tokens()));
        put(shared, Zone.HEAD, head(article));
        put(shared, Zone.WHOLE, bodies.values().stream().flatMap(List::stream));
        List<IndexDocument> documents = new ArrayList<>();
        bodies.forEach((anchor, body) -> {
            Map<String, Terms> fields = new TreeMap<>(shared);
            put(fields, Zone.BODY, body.stream());
            fields.put(Zone.PART.field(Field.IDEA), Terms.of(anchor));
            documents.add(new IndexDocument(
                    id(text.slug(), anchor), text.head().domain().value(), fields));
        });
        return documents;
    }

    /** @param texts of the zone */
    static void put(Map<String, Terms> fields, Zone zone, Stream<Tokens> texts) {
        List<Tokens> all = texts.toList();
        for (Field field : Field.values()) {
            Terms terms = Ranking.keeps(zone, field)
                    ? Terms.of(all.stream().flatMap(tokens -> tokens.of(field).stream()))
                    : Terms.of();
            if (terms.size() > 0) {
                fields.put(zone.field(field), terms);
            }
        }
    }

    /** @return by anchor */
    private static Map<String, List<Tokens>> bodies(List<ArticleWords> article) {
        Map<String, List<Tokens>> bodies = new TreeMap<>();
        for (ArticleWords words : article) {
            List<ArticleText.Section> sections = words.text().sections();
            for (int at = 0; at < sections.size(); at++) {
                bodies.computeIfAbsent(sections.get(at).anchor(), _ -> new ArrayList<>())
                        .add(words.sections().get(at).tokens());
            }
        }
        return bodies;
    }

    private static Stream<Tokens> head(List<ArticleWords> article) {
        Map<String, AnalysedText> keywords = new LinkedHashMap<>();
        article.forEach(words -> keywords.putAll(words.keywords()));
        Stream<AnalysedText> others =
                article.stream().flatMap(words -> Stream.concat(Stream.of(words.summary()), words.laws().stream()));
        return Stream.concat(others, keywords.values().stream()).map(AnalysedText::wholeWords);
    }
}
