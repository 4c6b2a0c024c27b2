package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lessons in the database: the same for every node, and only as long as they are kept. */
@CenterTest
class LessonsCenterTest {

    private static final DomainCode AWARD = new DomainCode("award");

    @Autowired
    Lessons lessons;

    @Autowired
    LessonStore store;

    @Autowired
    LessonsOver over;

    @Autowired
    CatalogKeeper keeper;

    @Autowired
    Library library;

    @Autowired
    Clock clock;

    @Test
    void anotherNodeAndThisOneAfterARestartSortAlike() {
        take("zerboula tanant", now());
        take("la zerboula de tanant", now());
        lessons.refresh();

        Apprentice another = new Apprentice(store);
        another.follow(keeper.catalog());

        assertThat(library.classify("zerboula tanant").domain()).isEqualTo(AWARD);
        assertThat(Learning.QUESTIONS)
                .allSatisfy(question ->
                        assertThat(another.classify(question.text())).isEqualTo(library.classify(question.text())));
        assertThat(another.classify("zerboula tanant")).isEqualTo(library.classify("zerboula tanant"));
    }

    @Test
    void aNodeLearnsNothingAnewWhereNothingChanged() {
        Apprentice apprentice = new Apprentice(store);
        apprentice.follow(keeper.catalog());
        Apprentice.Taught before = apprentice.taught();

        apprentice.follow(keeper.catalog());

        assertThat(apprentice.taught()).isSameAs(before);
    }

    @Test
    void aLessonIsForgottenWhenItsTimeIsOver() {
        UUID old = take("vieille zerboula", now().minus(Duration.ofDays(366)));
        UUID recent = take("jeune zerboula", now().minus(Duration.ofDays(364)));
        long generation = store.generation();

        over.forget();

        assertThat(store.newest(1_000))
                .extracting(kept -> kept.lesson().source())
                .contains(recent)
                .doesNotContain(old);
        assertThat(store.generation()).isGreaterThan(generation);
    }

    private UUID take(String text, Instant at) {
        UUID source = UUID.randomUUID();
        lessons.take(
                new Lessons.Correction(source, text, DomainCode.GENERAL, AWARD, new UUID(3, source.hashCode()), at));
        return source;
    }

    private Instant now() {
        return Columns.now(clock);
    }
}
