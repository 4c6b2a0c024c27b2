package ma.mowakaba.kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import ma.mowakaba.kernel.Language;

/** The articles of the project, read from their files without a database. */
final class Shelves {

    static final TextAnalysis ANALYSIS = new TextAnalysis();

    private Shelves() {}

    static Shelf ofTheProject() {
        return shelf(UnaryOperator.identity());
    }

    /** The articles as somebody meets them whose words nobody foresaw. */
    static Shelf withoutKeywords() {
        return shelf(text -> {
            ArticleText.Head head = text.head();
            return new ArticleText(
                    text.slug(),
                    text.language(),
                    new ArticleText.Head(
                            head.title(),
                            head.domain(),
                            head.summary(),
                            head.audience(),
                            head.verifiedOn(),
                            head.related(),
                            List.of(),
                            head.legal(),
                            head.sources()),
                    text.sections());
        });
    }

    private static Shelf shelf(UnaryOperator<ArticleText> change) {
        List<Shelf.Entry> entries = new ArrayList<>();
        files().forEach((slug, texts) -> texts.forEach((language, markdown) -> {
            ArticleText text = change.apply(ArticleReader.read(slug + "/" + language.code() + ".md", markdown));
            entries.add(new Shelf.Entry(text, text.at(1, Instant.parse("2026-11-23T10:00:00Z"))));
        }));
        return new Shelf(entries);
    }

    static Catalog catalog(List<RelevanceQuestion> training) {
        return Catalog.of("g1", ofTheProject(), new Digests(ANALYSIS), training);
    }

    static Schooling schooling(TextAnalysis analysis, Shelf shelf, List<RelevanceQuestion> questions) {
        return new Schooling(analysis, new Digests(analysis).of(shelf).values(), questions);
    }

    static Map<String, Map<Language, String>> files() {
        try {
            return new ArticleFiles("classpath:kb/articles/").read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
