package ma.mowakaba.radar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kb.Gist;
import ma.mowakaba.kb.Library;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The same need falls together whatever it is written in. */
@CenterTest
class ClustersCenterTest {

    @Autowired
    Library library;

    @Test
    void theSameNeedInFourWaysOfWritingIsOneNeed() {
        List<GapQuestions> questions = GapQuestions.all();

        Agreement agreement =
                Agreement.of(questions.stream().map(GapQuestions::need).toList(), sorted(questions));

        assertThat(agreement.precision()).isGreaterThan(0.9);
        assertThat(agreement.recall()).isGreaterThan(0.8);
    }

    @Test
    void inAnotherOrderTheNeedsAgreeAsWell() {
        for (int seed = 0; seed < 10; seed++) {
            List<GapQuestions> questions = new ArrayList<>(GapQuestions.all());
            Collections.shuffle(questions, new Random(seed));

            Agreement agreement =
                    Agreement.of(questions.stream().map(GapQuestions::need).toList(), sorted(questions));

            assertThat(agreement.precision()).isGreaterThan(0.9);
            assertThat(agreement.recall()).isGreaterThan(0.7);
        }
    }

    @Test
    void theSameQuestionsInTheSameOrderGiveTheSameNeeds() {
        List<GapQuestions> questions = GapQuestions.all();

        assertThat(sorted(questions)).isEqualTo(sorted(questions));
    }

    @Test
    void likenessIsTheSameBothWaysRoundAndNothingIsLikeAnEmptyText() {
        Gist one = library.gist("bghina ndiro 9afila tibiya");
        Gist other = library.gist("caravane médicale quelle autorisation demander");

        assertThat(one.likeness(other)).isEqualTo(other.likeness(one)).isBetween(0.3, 1.0);
        assertThat(one.likeness(one)).isEqualTo(1);
        assertThat(one.likeness(library.gist("السلام عليكم"))).isZero();
    }

    private List<UUID> sorted(List<GapQuestions> questions) {
        Clusters clusters = new Clusters();
        List<UUID> needs = new ArrayList<>(IntStream.range(0, questions.size())
                .mapToObj(at -> clusters.sort(
                        new UUID(0x7000, at + 1), library.gist(questions.get(at).text())))
                .toList());
        clusters.merged(need -> true).forEach((from, to) -> Collections.replaceAll(needs, from, to));
        return needs;
    }
}
