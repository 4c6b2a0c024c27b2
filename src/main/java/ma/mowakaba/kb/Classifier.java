package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ma.mowakaba.kernel.DomainCode;

/** Tells which subject a text is about; learnt at start from the articles, the questions and the names of the subjects. */
final class Classifier {

    /** Below this the caller goes to the general queue, where a person decides. */
    private static final double SURE_ENOUGH = 0.35;
    /** Makes the lead of the best over the second a probability; fitted on the questions of {@code kb/relevance}, held out. */
    private static final double STEEPNESS = 6;

    private static final double MIDDLE = 0.12;

    private final TextAnalysis analysis;
    private final ComplementBayes.Judge judge;
    private final Set<String> words = new HashSet<>();

    Classifier(TextAnalysis analysis, Collection<Digest> articles, List<RelevanceQuestion> questions) {
        this.analysis = analysis;
        ComplementBayes bayes = new ComplementBayes();
        articles.forEach(article -> article.texts().forEach(text -> learn(bayes, text)));
        for (List<String> row : Tables.rows("analysis/domains.tsv")) {
            row.subList(1, row.size())
                    .forEach(cell -> Tables.variants(cell).forEach(phrase -> learn(bayes, row.getFirst(), phrase, 2)));
        }
        questions.stream()
                .filter(question -> !question.slug().equals("-"))
                .forEach(question -> learn(bayes, question.domain().value(), question.text(), 2));
        judge = bayes.judge();
    }

    private void learn(ComplementBayes bayes, ArticleWords article) {
        String domain = article.text().head().domain().value();
        learn(bayes, domain, article.title(), 2);
        learn(bayes, domain, article.summary(), 1);
        article.keywords().values().forEach(keyword -> learn(bayes, domain, keyword, 1));
        article.sections().forEach(section -> learn(bayes, domain, section, 0.5));
    }

    private void learn(ComplementBayes bayes, String domain, String text, double weight) {
        learn(bayes, domain, analysis.read(text), weight);
    }

    private void learn(ComplementBayes bayes, String domain, AnalysedText text, double weight) {
        if (weight >= 1) {
            text.meaning().forEach(words::addAll);
        }
        bayes.learn(domain, features(text), weight);
    }

    Library.Classification classify(String text) {
        AnalysedText analysed = analysis.read(text);
        List<Map.Entry<String, Double>> ranked = judge.scores(features(analysed)).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .toList();
        if (ranked.size() < 2) {
            return new Library.Classification(
                    DomainCode.GENERAL, analysed.writing().language(), 0);
        }
        double lead = ranked.get(0).getValue() - ranked.get(1).getValue();
        double confidence = knownShare(analysed) / (1 + Math.exp(-STEEPNESS * (lead - MIDDLE)));
        DomainCode domain = confidence < SURE_ENOUGH
                ? DomainCode.GENERAL
                : new DomainCode(ranked.getFirst().getKey());
        return new Library.Classification(
                domain, analysed.writing().language(), Math.round(confidence * 1000) / 1000.0);
    }

    /** @return 1.0 when at least half of the words have to do with any subject, less where most are strange */
    private double knownShare(AnalysedText text) {
        double share = text.meaning().stream()
                .filter(word -> !word.contains(TextAnalysis.LIGHT))
                .mapToInt(word -> word.stream().anyMatch(words::contains) ? 1 : 0)
                .average()
                .orElse(0);
        return Math.min(1, 2 * share);
    }

    private static List<String> features(AnalysedText text) {
        Tokens tokens = text.wholeWords();
        List<String> features = new ArrayList<>();
        Stream.of(Field.STEM, Field.ROOT, Field.SKELETON, Field.IDEA)
                .forEach(field -> tokens.of(field).forEach(term -> features.add(field.code() + ":" + term)));
        return features;
    }
}
