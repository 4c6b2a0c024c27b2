package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ma.mowakaba.kernel.DomainCode;
import org.junit.jupiter.api.Test;

/** What corrections do to the sorting of questions that nobody has seen; figures a little below what was reached. */
class LearningTest {

    private static final DomainCode FUNDING = new DomainCode("funding");
    private static final DomainCode COMPLIANCE = new DomainCode("compliance");

    /** A center that knows three fifths of the questions; another fifth comes in, the last one is asked. */
    private static final Learning USUAL = new Learning(Shelves.ofTheProject(), (_, distance) -> distance > 1);

    private static final Apprenticeship APPRENTICESHIP =
            new Apprenticeship(Shelves.schooling(Shelves.ANALYSIS, Shelves.ofTheProject(), Learning.QUESTIONS));

    @Test
    void aSubjectThatTheKnowledgeBaseHardlyKnowsIsLearnedFromItsCorrections() {
        Learning.Outcome outcome = new Learning(
                        Shelves.withoutKeywords(),
                        (question, _) -> !question.domain().equals(COMPLIANCE))
                .measured(List.of(1, 2, 3, 4), mails -> mails.about(COMPLIANCE).corrected(4));

        Learning.Outcome its = outcome.only(COMPLIANCE, true);
        Learning.Outcome others = outcome.only(COMPLIANCE, false);
        assertThat(its.after()).isGreaterThanOrEqualTo(its.before() + 0.05);
        assertThat(others.after()).isGreaterThanOrEqualTo(others.before() - 0.01);
    }

    @Test
    void correctionsLeaveWellSortedWhatWasWellSorted() {
        Learning.Outcome outcome = USUAL.measured(List.of(1), mails -> mails.corrected(4));

        assertThat(outcome.corrections()).isGreaterThan(40);
        assertThat(outcome.after()).isGreaterThanOrEqualTo(0.9);
        assertThat(outcome.abstained(false)).isLessThan(0.1);
        assertThat(outcome.miscalibrated(false)).isLessThan(0.08);
    }

    @Test
    void oneAdvisorWhoMovesEverythingToOneDomainChangesNextToNothing() {
        Learning.Outcome outcome = USUAL.measured(List.of(1), mails -> mails.allMovedTo(new DomainCode("award"), 1));

        assertThat(outcome.corrections()).isGreaterThan(500);
        assertThat(outcome.after()).isGreaterThanOrEqualTo(outcome.before() - 0.01);
    }

    @Test
    void manyAdvisorsWhoAreWrongAreListenedToLess() {
        Learning.Outcome outcome = USUAL.measured(List.of(1), mails -> mails.allMovedTo(new DomainCode("award"), 5));

        assertThat(outcome.share()).isLessThan(1);
        assertThat(outcome.after()).isGreaterThanOrEqualTo(outcome.before() - 0.02);
    }

    @Test
    void theSameLessonsGiveTheSameClassifierOnEveryNode() {
        List<Lesson> lessons = new Learning.Mails(Learning.QUESTIONS, nobody()).corrected(3);
        Apprenticeship another =
                new Apprenticeship(Shelves.schooling(new TextAnalysis(), Shelves.ofTheProject(), Learning.QUESTIONS));

        Learnt here = APPRENTICESHIP.learn(lessons);
        Learnt there = another.learn(lessons);

        assertThat(there.share()).isEqualTo(here.share());
        assertThat(there.unseen()).isEqualTo(here.unseen());
        assertThat(Learning.QUESTIONS)
                .allSatisfy(question -> assertThat(there.classifier().verdict(Learning.traits(question)))
                        .isEqualTo(here.classifier().verdict(Learning.traits(question))));
    }

    @Test
    void whoLearnedNothingSortsAsBefore() {
        Learnt learnt = APPRENTICESHIP.learn(List.of());

        assertThat(learnt.corrections()).isZero();
        assertThat(learnt.classifier()).isSameAs(APPRENTICESHIP.untaught());
    }

    @Test
    void aWordThatNobodyKnewCountsWhenASecondCaseHasIt() {
        String text = "gouldrane tamzirt";
        Lesson first = lesson(1, "la gouldrane de tamzirt");
        Lesson second = lesson(2, "gouldrane à tamzirt");

        assertThat(sorted(List.of(), text)).isEqualTo(DomainCode.GENERAL);
        assertThat(sorted(List.of(first), text)).isEqualTo(DomainCode.GENERAL);
        assertThat(sorted(List.of(first, second), text)).isEqualTo(FUNDING);
    }

    @Test
    void whatIsKeptOfATextIsInNoOrderAndHasNoNumbers() {
        Traits kept = read("Subvention 2026 de la commune, loi 75-00, subvention tardive")
                .forgetful();

        assertThat(kept.features()).isSorted().doesNotHaveDuplicates();
        assertThat(kept.features()).noneMatch(feature -> feature.matches(".*\\d\\d.*"));
        assertThat(kept.words()).allSatisfy(keys -> assertThat(keys).noneMatch(key -> key.matches("n?[\\d.]+")));
        assertThat(APPRENTICESHIP.untaught().verdict(kept).domain()).isEqualTo(FUNDING);
    }

    private static DomainCode sorted(List<Lesson> lessons, String text) {
        return APPRENTICESHIP.learn(lessons).classifier().classify(text).domain();
    }

    private static Lesson lesson(int number, String text) {
        return Learning.lesson(number, read(text).forgetful(), DomainCode.GENERAL, FUNDING, 1);
    }

    private static Traits read(String text) {
        return Traits.of(Shelves.ANALYSIS.read(text, Writing.FRENCH));
    }

    /** Sorts everything wrongly, so that there is much to correct. */
    private static Classifier nobody() {
        return new Apprenticeship(Shelves.schooling(Shelves.ANALYSIS, Shelves.withoutKeywords(), List.of())).untaught();
    }
}
