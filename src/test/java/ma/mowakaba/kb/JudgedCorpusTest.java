package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
