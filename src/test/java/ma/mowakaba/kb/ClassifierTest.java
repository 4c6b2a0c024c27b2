package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierTest {

    private static final int FOLDS = 5;
    private static final List<RelevanceQuestion> QUESTIONS = RelevanceQuestion.all();
    private static final Collection<Digest> ARTICLES =
            new Digests(Shelves.ANALYSIS).of(Shelves.ofTheProject()).values();

    private record Judged(RelevanceQuestion question, Library.Classification decision) {

        boolean right() {
            return decision.domain().equals(question.domain());
        }
    }

    /** Every question judged by a classifier that has not seen it. */
    private static final List<Judged> HELD_OUT = IntStream.range(0, FOLDS)
            .mapToObj(ClassifierTest::fold)
            .flatMap(List::stream)
            .toList();

    @Test
    void aQuestionItHasNotSeenGoesToItsSubject() {
        double accuracy = HELD_OUT.stream().filter(Judged::right).count() / (double) HELD_OUT.size();

        assertThat(accuracy).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void whatItIsSureOfIsRight() {
        List<Judged> sure = HELD_OUT.stream()
                .filter(judged -> judged.decision().confidence() >= 0.8)
                .toList();
        double accuracy = sure.stream().filter(Judged::right).count() / (double) sure.size();

        assertThat(sure).hasSizeGreaterThan(HELD_OUT.size() / 2);
        assertThat(accuracy).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void whatItCannotTellIsGeneral() {
        Classifier classifier = classifier(QUESTIONS);

        assertThat(classifier.classify("").domain()).isEqualTo(DomainCode.GENERAL);
        assertThat(classifier.classify("zzz qqq 123").domain()).isEqualTo(DomainCode.GENERAL);
        assertThat(classifier.classify("ma machine à laver est en panne").domain())
                .isEqualTo(DomainCode.GENERAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nous cherchons un financement, comment répondre à l'appel à projets ? | funding | FR",
                "bghina njem3o taw9i3at l wa7d l3arida | participation | AR",
                "نسيت كلمة المرور ديال البوابة | digital-services | AR",
                "Comment obtenir une attestation de formation à distance ? | training | FR",
                "هل يؤدى للمتطوع أجر؟ | volunteering | AR",
                "Candidature au prix de la société civile | award | FR",
                "déclarer nos salariés à la CNSS | compliance | FR"
            })
    void everySubjectIsKnownByItsWords(String text, String domain, Language language) {
        Library.Classification decision = classifier(QUESTIONS).classify(text);

        assertThat(decision.domain()).isEqualTo(new DomainCode(domain));
        assertThat(decision.language()).isEqualTo(language);
        assertThat(decision.confidence()).isBetween(0.35, 1.0);
    }

    private static Classifier classifier(List<RelevanceQuestion> known) {
        return new Apprenticeship(new Schooling(Shelves.ANALYSIS, ARTICLES, known)).untaught();
    }

    private static List<Judged> fold(int fold) {
        List<RelevanceQuestion> known = new ArrayList<>();
        List<RelevanceQuestion> asked = new ArrayList<>();
        for (int i = 0; i < QUESTIONS.size(); i++) {
            (i % FOLDS == fold ? asked : known).add(QUESTIONS.get(i));
        }
        Classifier classifier = classifier(known);
        return asked.stream()
                .map(question -> new Judged(question, classifier.classify(question.text())))
                .toList();
    }
}
