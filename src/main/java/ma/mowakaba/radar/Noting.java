package ma.mowakaba.radar;

import java.util.List;
import java.util.concurrent.Semaphore;
import ma.mowakaba.kb.Impersonal;
import ma.mowakaba.kb.Library;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes questions down that had no good answer. */
@Component
class Noting {

    private static final Logger LOG = LoggerFactory.getLogger(Noting.class);
    private static final int AT_ONCE = 8;
    private static final int LONGEST = 400;

    /** Greetings alone, or a word every article has, are no question. */
    private static final double SOMETHING = 0.5;

    private final Library library;
    private final Questions questions;
    private final CaseQuestions cases;
    private final Semaphore hands = new Semaphore(AT_ONCE);

    Noting(Library library, Questions questions, CaseQuestions cases) {
        this.library = library;
        this.questions = questions;
        this.cases = cases;
    }

    /** Beside the search, which does not wait for it; what is too much at once is left out. */
    void later(GapRadar.Asked asked, Library.SearchResult found) {
        if (hands.tryAcquire()) {
            Thread.ofVirtual().name("gap-radar").start(() -> {
                try {
                    note(asked, found);
                } catch (RuntimeException e) {
                    LOG.warn("a question was not noted: {}", e.getClass().getSimpleName());
                } finally {
                    hands.release();
                }
            });
        }
    }

    void note(GapRadar.Asked asked, Library.SearchResult found) {
        List<String> names = asked.ticket().map(cases::names).orElse(List.of());
        String text = Impersonal.of(asked.text(), names, LONGEST);
        if (found.answers() || library.gist(text).weight() < SOMETHING) {
            questions.forget(asked);
            return;
        }
        Library.Classification about = library.classify(text);
        questions.note(asked, text, about.language(), about.domain().value());
    }
}
