package ma.mowakaba.kb;

import java.util.List;
import java.util.UUID;
import ma.mowakaba.kernel.Language;

/** An article for one test, about nothing that another test asks for, and those who write it. */
record Hands(ArticleKey french, EditorId writer, EditorId reviewer) {

    static Hands fresh() {
        String slug = "hands-" + UUID.randomUUID().toString().substring(0, 8);
        return new Hands(
                new ArticleKey(slug, Language.FR), new EditorId(UUID.randomUUID()), new EditorId(UUID.randomUUID()));
    }

    ArticleKey arabic() {
        return french.pair();
    }

    static Manuscript saying(String words) {
        return new Manuscript(
                words,
                "general",
                "Gnomonique.",
                "Horlogers.",
                "2026-11-23",
                List.of(),
                List.of(),
                List.of(),
                List.of(new Article.Reference("Cadran", "https://example.org/" + words.hashCode())),
                "## En bref {#overview}\n\n" + words + "\n");
    }
}
