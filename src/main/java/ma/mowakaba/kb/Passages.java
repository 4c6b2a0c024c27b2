package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes the documents of the index: one for each part of each article, with the words of all its languages. */
final class Passages {

    private final TextAnalysis analysis;

    Passages(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    static String id(String slug, String anchor) {
        return slug + "#" + anchor;
    }

    List<IndexDocument> documents(Shelf shelf) {
        List<IndexDocument> documents = new ArrayList<>();
        shelf.entries().forEach((slug, languages) -> documents.addAll(documents(slug, languages.values())));
        return documents;
    }

    private List<IndexDocument> documents(String slug, Collection<Shelf.Entry> languages) {
        Map<Zone, Tokens> shared = new EnumMap<>(Zone.class);
        shared.put(Zone.TITLE, title(languages));
        shared.put(Zone.HEAD, head(languages));
        Tokens whole = new Tokens();
        Map<String, Tokens> bodies = new TreeMap<>();
        for (Shelf.Entry entry : languages) {
            for (ArticleText.Section section : entry.text().sections()) {
                Tokens tokens = tokens(entry, section.heading() + "\n" + section.text());
                bodies.computeIfAbsent(section.anchor(), _ -> new Tokens()).addAll(tokens);
                whole.addAll(tokens);
            }
        }
        shared.put(Zone.WHOLE, whole);
        String domain = languages.iterator().next().text().head().domain().value();
        List<IndexDocument> documents = new ArrayList<>();
        bodies.forEach((anchor, body) -> documents.add(document(slug, anchor, domain, body, shared)));
        return documents;
    }

    private static IndexDocument document(
            String slug, String anchor, String domain, Tokens body, Map<Zone, Tokens> shared) {
        Map<String, String> fields = new TreeMap<>();
        put(fields, Zone.BODY, body);
        shared.forEach((zone, tokens) -> put(fields, zone, tokens));
        fields.put(Zone.PART.field(Field.IDEA), anchor);
        return new IndexDocument(id(slug, anchor), domain, fields);
    }

    static void put(Map<String, String> fields, Zone zone, Tokens tokens) {
        for (Field field : Field.values()) {
            if (Ranking.keeps(zone, field) && !tokens.of(field).isEmpty()) {
                fields.put(zone.field(field), String.join(" ", tokens.of(field)));
            }
        }
    }

    private Tokens title(Collection<Shelf.Entry> languages) {
        Tokens title = new Tokens();
        languages.forEach(
                entry -> title.addAll(tokens(entry, entry.text().head().title())));
        return title;
    }

    private Tokens head(Collection<Shelf.Entry> languages) {
        Tokens head = new Tokens();
        Set<String> keywords = new LinkedHashSet<>();
        for (Shelf.Entry entry : languages) {
            ArticleText.Head own = entry.text().head();
            head.addAll(tokens(entry, own.summary()));
            own.legal().forEach(law -> head.addAll(tokens(entry, law.text())));
            keywords.addAll(own.keywords());
        }
        keywords.forEach(keyword -> head.addAll(analysis.read(keyword).tokens()));
        return head;
    }

    private Tokens tokens(Shelf.Entry entry, String text) {
        return switch (entry.text().language()) {
            case AR -> analysis.read(text, Writing.ARABIC).tokens();
            case FR -> analysis.read(text, Writing.FRENCH).tokens();
            case EN, ZGH -> analysis.read(text).tokens();
        };
    }
}
