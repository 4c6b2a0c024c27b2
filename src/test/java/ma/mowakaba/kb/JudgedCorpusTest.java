package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedCorpusTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("corpus.jsonl"), """
            {"_id": "p1", "title": "Statuts", "text": "Les statuts sont déposés auprès du caïd."}
            {"_id": "p2", "title": "", "text": "يودع الملف لدى السلطة المحلية."}
            """);
        Files.writeString(folder.resolve("queries.jsonl"), """
            {"_id": "q1", "text": "où déposer les statuts ?", "language": "fr"}
            {"_id": "q2", "text": "أين أودع الملف؟"}
            {"_id": "q3", "text": "question que personne n'a jugée"}
            """);
        Files.writeString(folder.resolve("qrels.tsv"), """
            query-id	corpus-id	score
            q1	p1	2
            q1	p2	0
            q2	p2	1
            """);
    }

    @Test
    void onlyJudgedQuestionsAreAsked() {
        assertThat(JudgedCorpus.in(folder).judgements())
                .containsExactly(
                        new Judgement("fr", "french", "où déposer les statuts ?", Map.of("p1", 2)),
                        new Judgement("ar", "arabic", "أين أودع الملف؟", Map.of("p2", 1)));
    }

    @Test
    void gradesOfTheFolderAreGainsAndTheHighestIsTheAnswer() throws IOException {
        Files.writeString(folder.resolve("qrels.tsv"), """
            query-id	corpus-id	score
            q1	p1	1
            q1	p2	3
            """);
        Judgement judged = JudgedCorpus.in(folder).judgements().getFirst();

        Measures measures = Measures.of(List.of("p1", "p2"), judged.grades());

        // found 1 + 7 / log2(3) = 5.416508; at best 7 + 1 / log2(3) = 7.630930
        assertThat(measures.ndcgOfTen()).isCloseTo(0.709810, within(1e-6));
        assertThat(measures.recallOfOne()).isZero();
        assertThat(measures.reciprocalRankOfTen()).isEqualTo(0.5);
    }

    @Test
    void bothWaysOfRankingAnswerWithItsTexts() {
        JudgedCorpus corpus = JudgedCorpus.in(folder);
        assertThat(OwnRanker.of(corpus).rank("أين أودع الملف؟")).containsExactly("p2");
        assertThat(new StockRanker(new FrenchAnalyzer(), corpus).rank("déposer un statut"))
                .containsExactly("p1");
    }

    @Test
    void theTableHasALineForEachLanguageAndWayOfWriting() {
        JudgedCorpus corpus = JudgedCorpus.in(folder);
        assertThat(new RelevanceTable(corpus.judgements())
                        .with("Mowakaba", OwnRanker.of(corpus))
                        .toString())
                .contains("| all | 2 | Mowakaba | 1.000 [1.000, 1.000] |")
                .contains(
                        "| language ar | 1 |",
                        "| language fr | 1 |",
                        "| written arabic | 1 |",
                        "| written french | 1 |");
    }
}
