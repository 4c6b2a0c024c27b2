package ma.mowakaba.kb;

import java.util.List;
import java.util.stream.IntStream;

/** Times the classification of mails of some 500 letters on one thread: {@code rounds} (20,000) after as many to warm up. */
public final class ClassificationBenchmark {

    private ClassificationBenchmark() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        Classifier classifier =
                new Apprenticeship(Shelves.catalog(RelevanceQuestion.all()).schooling()).untaught();
        List<String> mails = mails();
        time(classifier, mails, rounds);
        System.out.printf("%.0f microseconds a mail%n", time(classifier, mails, rounds) / 1e3);
    }

    private static double time(Classifier classifier, List<String> mails, int rounds) {
        long start = System.nanoTime();
        IntStream.range(0, rounds).forEach(round -> classifier.classify(mails.get(round % mails.size())));
        return (System.nanoTime() - start) / (double) rounds;
    }

    /** Questions of one way of writing, put after each other until they make a mail. */
    private static List<String> mails() {
        List<String> questions =
                RelevanceQuestion.all().stream().map(RelevanceQuestion::text).toList();
        return IntStream.range(0, questions.size())
                .mapToObj(from -> IntStream.range(0, 12)
                        .mapToObj(each -> questions.get((from + each) % questions.size()))
                        .reduce("", (mail, question) -> mail.length() < 500 ? mail + question + "\n" : mail))
                .toList();
    }
}
