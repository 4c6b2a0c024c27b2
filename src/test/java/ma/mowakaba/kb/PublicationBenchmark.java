package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.List;

/** Prints what publishing all articles of the project takes of a processor, and then what each publication of another title takes. */
public final class PublicationBenchmark {

    private static final int PUBLICATIONS = 6;

    private PublicationBenchmark() {}

    public static void main(String[] arguments) {
        Digests digests = new Digests(Shelves.ANALYSIS);
        LuceneSearchEngine engine = new LuceneSearchEngine();
        for (int publication = 0; publication < PUBLICATIONS; publication++) {
            Shelf shelf = shelf(publication);
            double before = SearchBenchmark.cpu();
            Catalog catalog = Catalog.of("g" + publication, shelf, digests, RelevanceQuestion.all());
            engine.publish(catalog.indexed(), catalog.generation());
            System.out.printf("publication %d: %.0f ms%n", publication + 1, 1e3 * (SearchBenchmark.cpu() - before));
        }
    }

    /** @return the articles, the first of them with a title of its own for each publication */
    private static Shelf shelf(int publication) {
        List<Shelf.Entry> entries = new ArrayList<>();
        Shelves.ofTheProject().entries().values().forEach(languages -> entries.addAll(languages.values()));
        Shelf.Entry first = entries.getFirst();
        entries.set(0, new Shelf.Entry(titled(first.text(), "Titre " + publication), first.article()));
        return new Shelf(entries);
    }

    private static ArticleText titled(ArticleText text, String title) {
        ArticleText.Head head = text.head();
        ArticleText.Head changed = new ArticleText.Head(
                title,
                head.domain(),
                head.summary(),
                head.audience(),
                head.verifiedOn(),
                head.related(),
                head.keywords(),
                head.legal(),
                head.sources());
        return new ArticleText(text.slug(), text.language(), changed, text.sections());
    }
}
