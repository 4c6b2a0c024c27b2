package ma.mowakaba.kb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Learns from corrections, and makes sure that they do no harm. The same schooling and lessons give the same classifier on every
 * node: nothing here knows the time, chance or who asks.
 */
final class Apprenticeship {

    private static final int FOLDS = 5;
    /** One correction counts as much as one of the judged questions. */
    private static final double WEIGHT = 2;
    /** What all corrections of one advisor count together, in corrections. */
    private static final double MOST_OF_ONE = 15;
    /** A word that is new to the knowledge base is a name or a slip until a second case has it. */
    static final int CASES_OF_A_NEW_WORD = 2;
    /** The judged questions may lose this much accuracy to what advisors say. */
    private static final double TOLERANCE = 0.01;
    /** How much of what they say is tried, in this order, until the judged questions bear it. */
    private static final List<Double> SHARES = List.of(1.0, 0.5, 0.25, 0.125);

    private final Schooling schooling;
    private final Classifier untaught;

    Apprenticeship(Schooling schooling) {
        this.schooling = schooling;
        this.untaught = new Classifier(schooling.analysis(), schooling.examples());
    }

    Classifier untaught() {
        return untaught;
    }

    /** @param lessons in their order */
    Learnt learn(List<Lesson> lessons) {
        if (lessons.isEmpty()) {
            return Learnt.nothing(untaught);
        }
        double floor = examined(List.of()) - TOLERANCE;
        for (double share : SHARES) {
            List<Schooling.Example> taught = taught(lessons, share);
            double accuracy = examined(taught);
            if (accuracy >= floor) {
                return new Learnt(
                        with(schooling.examples(), taught), lessons, share, before(lessons), unseen(lessons, share));
            }
        }
        return new Learnt(untaught, lessons, 0, before(lessons), before(lessons));
    }

    /** @return share of the judged questions that are sorted rightly by what is taught and the other questions */
    double examined(List<Schooling.Example> taught) {
        List<Schooling.Question> questions = schooling.questions();
        long right = IntStream.range(0, FOLDS)
                .mapToLong(fold -> {
                    Classifier classifier = with(schooling.examples(fold(questions, fold, false)), taught);
                    return fold(questions, fold, true).stream()
                            .filter(question -> classifier
                                    .verdict(question.example().traits())
                                    .domain()
                                    .value()
                                    .equals(question.example().domain()))
                            .count();
                })
                .sum();
        return questions.isEmpty() ? 1 : right / (double) questions.size();
    }

    /** @return lessons as the classifier takes them: no advisor too much, no word of a single case */
    List<Schooling.Example> taught(List<Lesson> lessons, double share) {
        Map<UUID, Long> byTeacher =
                lessons.stream().collect(Collectors.groupingBy(Lesson::teacher, Collectors.counting()));
        Set<String> trusted = trusted(lessons);
        return lessons.stream()
                .map(lesson -> new Schooling.Example(
                        lesson.meant().value(),
                        known(lesson.traits(), trusted),
                        WEIGHT * share * Math.min(1, MOST_OF_ONE / byTeacher.getOrDefault(lesson.teacher(), 1L)),
                        true))
                .toList();
    }

    private Set<String> trusted(List<Lesson> lessons) {
        Map<String, Integer> cases = new HashMap<>();
        lessons.forEach(lesson -> Stream.concat(
                        lesson.traits().features().stream(), lesson.traits().keys())
                .distinct()
                .forEach(word -> cases.merge(word, 1, Integer::sum)));
        cases.values().removeIf(count -> count < CASES_OF_A_NEW_WORD);
        return cases.keySet();
    }

    private Traits known(Traits traits, Set<String> trusted) {
        return new Traits(
                traits.features().stream()
                        .filter(feature -> untaught.knows(feature) || trusted.contains(feature))
                        .toList(),
                traits.words().stream()
                        .map(keys -> keys.stream().filter(trusted::contains).collect(Collectors.toSet()))
                        .filter(keys -> !keys.isEmpty())
                        .toList());
    }

    private long before(List<Lesson> lessons) {
        return right(untaught, lessons);
    }

    /** Each lesson judged by what the others taught. */
    private long unseen(List<Lesson> lessons, double share) {
        return IntStream.range(0, FOLDS)
                .mapToLong(fold -> right(
                        with(schooling.examples(), taught(fold(lessons, fold, false), share)),
                        fold(lessons, fold, true)))
                .sum();
    }

    private static long right(Classifier classifier, List<Lesson> lessons) {
        return lessons.stream()
                .filter(lesson -> classifier.verdict(lesson.traits()).domain().equals(lesson.meant()))
                .count();
    }

    private Classifier with(List<Schooling.Example> examples, List<Schooling.Example> taught) {
        return new Classifier(
                schooling.analysis(),
                Stream.concat(examples.stream(), taught.stream()).toList());
    }

    private static <T> List<T> fold(List<T> all, int fold, boolean inside) {
        return IntStream.range(0, all.size())
                .filter(at -> (at % FOLDS == fold) == inside)
                .mapToObj(all::get)
                .toList();
    }
}
