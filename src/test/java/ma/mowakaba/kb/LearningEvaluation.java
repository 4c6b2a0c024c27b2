package ma.mowakaba.kb;

import java.util.List;
import java.util.stream.IntStream;
import ma.mowakaba.kernel.DomainCode;

/** Prints how corrections change the sorting of questions that nobody has seen: honest ones, and those of advisors who mean harm. */
public final class LearningEvaluation {

    private LearningEvaluation() {}

    public static void main(String[] arguments) {
        System.out.println(
                "case, corrections, right by the others, right now, share, accuracy before, after, abstained before,"
                        + " after, miscalibrated before, after");
        Learning full = new Learning(Shelves.ofTheProject(), (question, distance) -> distance > 1);
        print("corrections of a fold, base knows three", full.measured(List.of(1), mails -> mails.corrected(4)));
        Learning half = new Learning(Shelves.withoutKeywords(), (question, distance) -> distance > 3);
        print(
                "no keywords, base knows one fold, three corrected",
                half.measured(List.of(1, 2, 3), mails -> mails.corrected(6)));
        Learning none = new Learning(Shelves.withoutKeywords(), (question, distance) -> false);
        print(
                "no keywords, no questions, four folds corrected",
                none.measured(List.of(1, 2, 3, 4), mails -> mails.corrected(6)));
        for (String code : List.of(
                "association-life",
                "funding",
                "compliance",
                "participation",
                "volunteering",
                "digital-services",
                "training",
                "award")) {
            DomainCode domain = new DomainCode(code);
            Learning weak = new Learning(
                    Shelves.withoutKeywords(),
                    (question, distance) -> !question.domain().equals(domain));
            Learning.Outcome outcome = weak.measured(
                    List.of(1, 2, 3, 4), mails -> mails.about(domain).corrected(4));
            print("weak in " + code + ": its own", outcome.only(domain, true));
            print("weak in " + code + ": others", outcome.only(domain, false));
        }
        for (int advisors : List.of(1, 2, 5)) {
            for (String code : List.of("award", "association-life", "general")) {
                print(
                        advisors + " move all to " + code,
                        full.measured(List.of(1), mails -> mails.allMovedTo(new DomainCode(code), advisors)));
            }
        }
        time();
    }

    /** As many corrections as are ever learned, on one thread. */
    private static void time() {
        Apprenticeship apprenticeship =
                new Apprenticeship(Shelves.schooling(Shelves.ANALYSIS, Shelves.ofTheProject(), Learning.QUESTIONS));
        List<Lesson> lessons = IntStream.range(0, 2_000)
                .mapToObj(number -> {
                    RelevanceQuestion question = Learning.QUESTIONS.get(number % Learning.QUESTIONS.size());
                    return Learning.lesson(
                            number, Learning.traits(question), DomainCode.GENERAL, question.domain(), number % 20);
                })
                .toList();
        apprenticeship.learn(lessons);
        long start = System.nanoTime();
        apprenticeship.learn(lessons);
        System.out.printf("2,000 corrections learned in %.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    private static void print(String name, Learning.Outcome outcome) {
        System.out.printf(
                "%-52s %4d %4d %4d  %.3f  %.3f %.3f  %.3f %.3f  %.3f %.3f%n",
                name,
                outcome.corrections(),
                outcome.unseen(),
                outcome.now(),
                outcome.share(),
                outcome.before(),
                outcome.after(),
                outcome.abstained(true),
                outcome.abstained(false),
                outcome.miscalibrated(true),
                outcome.miscalibrated(false));
    }
}
