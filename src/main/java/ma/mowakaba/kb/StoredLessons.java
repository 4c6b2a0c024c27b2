package ma.mowakaba.kb;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door, opened: what changes the lessons is one transaction each; what was learned is told from memory. */
@Component
class StoredLessons implements Lessons {

    private static final int SHOWN = 50;
    private static final int ENTRIES = 20;

    private final LessonStore store;
    private final TextAnalysis analysis;
    private final Apprentice apprentice;
    private final CatalogKeeper keeper;
    private final Clock clock;

    StoredLessons(LessonStore store, TextAnalysis analysis, Apprentice apprentice, CatalogKeeper keeper, Clock clock) {
        this.store = store;
        this.analysis = analysis;
        this.apprentice = apprentice;
        this.keeper = keeper;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void take(Correction correction) {
        store.keep(new Lesson(
                correction.source(),
                Traits.of(analysis.read(correction.text())).forgetful(),
                correction.said(),
                correction.meant(),
                correction.teacher(),
                correction.at()));
    }

    @Override
    @Transactional
    public void withdraw(UUID source) {
        store.remove(source);
    }

    @Override
    public Overview overview() {
        Apprentice.Taught taught = apprentice.taught();
        Learnt learnt = taught.learnt();
        Classifier now = learnt.classifier();
        return new Overview(
                store.learning(),
                learnt.share(),
                learnt.corrections(),
                learnt.before(),
                learnt.unseen(),
                store.moves(),
                new Gains(taught.apprenticeship().untaught(), now).of(learnt.lessons()),
                store.newest(SHOWN).stream().map(kept -> recent(kept, now)).toList(),
                store.log(ENTRIES));
    }

    private static Recent recent(LessonStore.Kept kept, Classifier now) {
        Lesson lesson = kept.lesson();
        return new Recent(
                lesson.source(),
                lesson.said(),
                lesson.meant(),
                now.verdict(lesson.traits()).domain(),
                lesson.at(),
                kept.dropped());
    }

    @Override
    public void refresh() {
        keeper.refresh();
    }

    @Override
    @Transactional
    public void drop(UUID source, String by) {
        if (!store.drop(source)) {
            throw Problem.notFound("lesson.unknown");
        }
        note(by, Did.DROPPED, Optional.of(source));
    }

    @Override
    @Transactional
    public void learn(boolean on, String by) {
        if (store.learning() != on) {
            store.learn(on);
            note(by, on ? Did.ON : Did.OFF, Optional.empty());
        }
    }

    private void note(String by, Did did, Optional<UUID> source) {
        Instant now = Columns.now(clock);
        store.note(new Entry(now, by, did, source), Ids.next(clock.millis()));
    }
}
