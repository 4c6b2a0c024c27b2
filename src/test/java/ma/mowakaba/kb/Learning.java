package ma.mowakaba.kb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import ma.mowakaba.kernel.DomainCode;

/**
 * Measures what corrections do: the judged questions are the mails, some of them known to the base, some sorted and corrected, the
 * last fifth asked afterwards.
 */
final class Learning {

    static final int FOLDS = 5;
    static final List<RelevanceQuestion> QUESTIONS = RelevanceQuestion.all();

    private static final Map<RelevanceQuestion, Traits> READ = new ConcurrentHashMap<>();

    private final Shelf shelf;
    private final BiPredicate<RelevanceQuestion, Integer> known;

    /** @param known whether the base knows a question that is this many folds after the one that is asked */
    Learning(Shelf shelf, BiPredicate<RelevanceQuestion, Integer> known) {
        this.shelf = shelf;
        this.known = known;
    }

    /**
     * Accuracy of what was asked before and after.
     *
     * @param corrections that taught it
     * @param unseen of them those that are sorted rightly by what the others taught
     * @param now of them those that are sorted rightly by all that was taught
     */
    record Outcome(List<Asked> asked, int corrections, long unseen, long now, double share) {

        double before() {
            return rate(asked, true);
        }

        double after() {
            return rate(asked, false);
        }

        Outcome only(DomainCode domain, boolean its) {
            return new Outcome(
                    asked.stream()
                            .filter(one -> one.question.domain().equals(domain) == its)
                            .toList(),
                    corrections,
                    unseen,
                    now,
                    share);
        }

        double abstained(boolean before) {
            List<Asked> answerable = asked.stream()
                    .filter(one -> !one.question.domain().equals(DomainCode.GENERAL))
                    .toList();
            return answerable.stream()
                            .filter(one ->
                                    (before ? one.before : one.after).domain().equals(DomainCode.GENERAL))
                            .count()
                    / (double) answerable.size();
        }

        /** @return mean distance between what it believes and what is so, over ten bands of confidence */
        double miscalibrated(boolean before) {
            return IntStream.range(0, 10)
                            .mapToDouble(band -> {
                                List<Asked> in = asked.stream()
                                        .filter(one -> Math.min(
                                                        9, (int) (one.of(before).confidence() * 10))
                                                == band)
                                        .toList();
                                double believed = in.stream()
                                        .mapToDouble(one -> one.of(before).confidence())
                                        .sum();
                                return Math.abs(believed
                                        - in.stream()
                                                .filter(one -> one.right(before))
                                                .count());
                            })
                            .sum()
                    / asked.size();
        }

        private static double rate(List<Asked> asked, boolean before) {
            return asked.stream().filter(one -> one.right(before)).count() / (double) asked.size();
        }
    }

    record Asked(RelevanceQuestion question, Classifier.Verdict before, Classifier.Verdict after) {

        Classifier.Verdict of(boolean earlier) {
            return earlier ? before : after;
        }

        boolean right(boolean earlier) {
            return of(earlier).domain().equals(question.domain());
        }
    }

    /**
     * @param taught folds after the asked one whose questions are corrected
     * @param corrections what advisors make of the questions that came in
     */
    Outcome measured(List<Integer> taught, Function<Mails, List<Lesson>> corrections) {
        List<Asked> asked = new ArrayList<>();
        int count = 0;
        long unseen = 0;
        long now = 0;
        double share = 1;
        for (int fold = 0; fold < FOLDS; fold++) {
            int at = fold;
            Apprenticeship apprenticeship = new Apprenticeship(Shelves.schooling(
                    Shelves.ANALYSIS,
                    shelf,
                    QUESTIONS.stream()
                            .filter(question ->
                                    distance(question, at) > 0 && known.test(question, distance(question, at)))
                            .toList()));
            List<RelevanceQuestion> came = QUESTIONS.stream()
                    .filter(question -> taught.contains(distance(question, at)))
                    .toList();
            Learnt learnt = apprenticeship.learn(corrections.apply(new Mails(came, apprenticeship.untaught())));
            count += learnt.lessons().size();
            unseen += learnt.unseen();
            now += learnt.lessons().stream()
                    .filter(lesson -> learnt.classifier()
                            .verdict(lesson.traits())
                            .domain()
                            .equals(lesson.meant()))
                    .count();
            share = Math.min(share, learnt.share());
            QUESTIONS.stream()
                    .filter(question -> distance(question, at) == 0)
                    .forEach(question -> asked.add(new Asked(
                            question,
                            apprenticeship.untaught().verdict(traits(question)),
                            learnt.classifier().verdict(traits(question)))));
        }
        return new Outcome(asked, count, unseen, now, share);
    }

    private static int distance(RelevanceQuestion question, int fold) {
        return Math.floorMod(QUESTIONS.indexOf(question) - fold, FOLDS);
    }

    static Traits traits(RelevanceQuestion question) {
        return READ.computeIfAbsent(question, one -> Traits.of(Shelves.ANALYSIS.read(one.text())));
    }

    /** Questions that came in, and the classifier that sorted them. */
    record Mails(List<RelevanceQuestion> all, Classifier classifier) {

        Mails about(DomainCode domain) {
            return new Mails(
                    all.stream().filter(one -> one.domain().equals(domain)).toList(), classifier);
        }

        /** @return those that were sorted wrongly, moved to where they belong by so many advisors in turn */
        List<Lesson> corrected(int advisors) {
            List<Lesson> lessons = new ArrayList<>();
            for (RelevanceQuestion question : all) {
                Traits traits = traits(question);
                DomainCode said = classifier.verdict(traits).domain();
                if (!said.equals(question.domain())) {
                    lessons.add(lesson(lessons.size(), traits, said, question.domain(), lessons.size() % advisors));
                }
            }
            return lessons;
        }

        /** @return all of them moved to one domain, whatever they ask */
        List<Lesson> allMovedTo(DomainCode domain, int advisors) {
            List<Lesson> lessons = new ArrayList<>();
            for (RelevanceQuestion question : all) {
                Traits traits = traits(question);
                DomainCode said = classifier.verdict(traits).domain();
                if (!said.equals(domain)) {
                    lessons.add(lesson(lessons.size(), traits, said, domain, lessons.size() % advisors));
                }
            }
            return lessons;
        }
    }

    static Lesson lesson(int number, Traits traits, DomainCode said, DomainCode meant, int advisor) {
        return new Lesson(
                new UUID(1, number),
                traits,
                said,
                meant,
                new UUID(2, advisor),
                Instant.parse("2026-11-23T10:00:00Z").plusSeconds(number));
    }
}
