package ma.mowakaba.kb;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.mowakaba.kernel.DomainCode;

/** Tells which subject a text is about; learnt from the articles, the questions, the names of the subjects, and from corrections. */
final class Classifier {

    /** Makes the lead of the best over the second a probability; fitted on the questions of {@code kb/relevance}, held out. */
    private static final double STEEPNESS = 6;

    private static final double MIDDLE = 0.12;

    private final TextAnalysis analysis;
    private final ComplementBayes.Judge judge;
    private final Set<String> words = new HashSet<>();

    Classifier(TextAnalysis analysis, List<Schooling.Example> examples) {
        this.analysis = analysis;
        ComplementBayes bayes = new ComplementBayes();
        examples.forEach(example -> {
            bayes.learn(example.domain(), example.traits().features(), example.weight());
            if (example.telling()) {
                example.traits().words().forEach(words::addAll);
            }
        });
        judge = bayes.judge();
    }

    /** @param domain {@code general} when it is too unsure @param confidence 0.000 to 1.000 */
    record Verdict(DomainCode domain, double confidence) {}

    Library.Classification classify(String text) {
        AnalysedText analysed = analysis.read(text);
        Verdict verdict = verdict(Traits.of(analysed));
        return new Library.Classification(verdict.domain(), analysed.writing().language(), verdict.confidence());
    }

    Verdict verdict(Traits traits) {
        List<Map.Entry<String, Double>> ranked = judge.scores(traits.features()).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .toList();
        if (ranked.size() < 2) {
            return new Verdict(DomainCode.GENERAL, 0);
        }
        double lead = ranked.get(0).getValue() - ranked.get(1).getValue();
        double confidence = knownShare(traits) / (1 + Math.exp(-STEEPNESS * (lead - MIDDLE)));
        DomainCode domain = confidence < Library.Classification.SURE_ENOUGH
                ? DomainCode.GENERAL
                : new DomainCode(ranked.getFirst().getKey());
        return new Verdict(domain, Math.round(confidence * 1000) / 1000.0);
    }

    /** @return whether anything was learned about a feature or a key of a word */
    boolean knows(String feature) {
        return judge.weights().containsKey(feature) || words.contains(feature);
    }

    /** @return how much a feature speaks for this domain, more than for the others on average; 0.0 when it is not known */
    double weight(String feature, String domain) {
        return judge.weight(feature, domain);
    }

    /** @return 1.0 when at least half of the words have to do with any subject, less where most are strange */
    private double knownShare(Traits traits) {
        double share = traits.words().stream()
                .filter(word -> !word.contains(TextAnalysis.LIGHT))
                .mapToInt(word -> word.stream().anyMatch(words::contains) ? 1 : 0)
                .average()
                .orElse(0);
        return Math.min(1, 2 * share);
    }
}
