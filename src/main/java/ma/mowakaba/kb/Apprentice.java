package ma.mowakaba.kb;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The classifier of this node: learns anew when the articles or the lessons have another generation, beside those who ask it. */
@Component
class Apprentice {

    private static final Logger LOG = LoggerFactory.getLogger(Apprentice.class);
    /** More would take longer to learn than they are worth. */
    private static final int MOST_LESSONS = 2_000;

    private final LessonStore store;
    private volatile @Nullable Taught taught;

    Apprentice(LessonStore store) {
        this.store = store;
    }

    /** What was learned, and from what. */
    record Taught(String articles, LessonStore.Book book, Apprenticeship apprenticeship, Learnt learnt) {

        boolean of(String generation, long lessons) {
            return articles.equals(generation) && book.generation() == lessons;
        }
    }

    /** @throws ma.mowakaba.kernel.Problem UNAVAILABLE {@code search.away} before the articles were read */
    Taught taught() {
        Taught now = taught;
        if (now == null) {
            throw SearchEngine.away();
        }
        return now;
    }

    Library.Classification classify(String text) {
        Taught now = taught();
        Library.Classification told = now.learnt().classifier().classify(text);
        return new Library.Classification(
                told.domain(),
                told.language(),
                told.confidence(),
                new Library.Learned(now.learnt().corrections(), now.book().generation()));
    }

    /** Returns when it has learned what there is to learn. */
    synchronized void follow(Catalog catalog) {
        Taught now = taught;
        if (now == null || !now.of(catalog.generation(), store.generation())) {
            LessonStore.Book book = store.read(MOST_LESSONS);
            taught = learned(now, catalog, book);
        }
    }

    private static Taught learned(@Nullable Taught before, Catalog catalog, LessonStore.Book book) {
        Apprenticeship apprenticeship = before != null && before.articles().equals(catalog.generation())
                ? before.apprenticeship()
                : new Apprenticeship(catalog.schooling());
        return new Taught(catalog.generation(), book, apprenticeship, learned(apprenticeship, book));
    }

    private static Learnt learned(Apprenticeship apprenticeship, LessonStore.Book book) {
        Learnt learnt = learnt(apprenticeship, book);
        LOG.info(
                "sorting learned {} corrections of {}, generation {}",
                learnt.corrections(),
                book.lessons().size(),
                book.generation());
        if (learnt.share() < 1) {
            LOG.warn("corrections would harm the sorting; they count {} of what they say", learnt.share());
        }
        return learnt;
    }

    /** Corrections that cannot be learned must not keep articles from their readers. */
    private static Learnt learnt(Apprenticeship apprenticeship, LessonStore.Book book) {
        try {
            return apprenticeship.learn(book.lessons());
        } catch (RuntimeException e) {
            LOG.error("nothing learned from corrections: {}", e.toString());
            return Learnt.nothing(apprenticeship.untaught());
        }
    }
}
