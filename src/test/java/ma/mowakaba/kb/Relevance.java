package ma.mowakaba.kb;

import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/**
 * Prints how well questions find their answers, beside the analyzers of Lucene on the same texts: the project's own questions, or
 * those of each folder in BEIR form that is named.
 */
public final class Relevance {

    private Relevance() {}

    public static void main(String[] folders) {
        if (folders.length == 0) {
            JudgedCorpus own = JudgedCorpus.ofTheProject();
            CrossValidation.Outcome outcome = CrossValidation.ofTheProject().outcome();
            RelevanceTable table = new RelevanceTable(own.judgements())
                    .with("Mowakaba", OwnRanker.ofTheArticles())
                    .with("weights of the other folds", outcome.usual())
                    .with("the same without keywords", outcome.unforeseen());
            System.out.println(withStock(table, own));
            System.out.println("Answered though nothing answers: " + answeredInVain());
        }
        for (String folder : folders) {
            JudgedCorpus corpus = JudgedCorpus.in(Path.of(folder));
            RelevanceTable table = new RelevanceTable(corpus.judgements()).with("Mowakaba", OwnRanker.of(corpus));
            System.out.println(folder + "\n\n" + withStock(table, corpus));
        }
    }

    private static List<String> answeredInVain() {
        Ranker articles = OwnRanker.ofTheArticles();
        return RelevanceQuestion.all().stream()
                .filter(question -> question.slug().equals("-"))
                .map(RelevanceQuestion::text)
                .filter(question -> !articles.rank(question).isEmpty())
                .toList();
    }

    private static RelevanceTable withStock(RelevanceTable table, JudgedCorpus corpus) {
        return table.with("ArabicAnalyzer", new StockRanker(new ArabicAnalyzer(), corpus))
                .with("FrenchAnalyzer", new StockRanker(new FrenchAnalyzer(), corpus))
                .with("StandardAnalyzer", new StockRanker(new StandardAnalyzer(), corpus));
    }
}
