package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Problem;
import org.junit.jupiter.api.Test;

class LuceneSearchEngineTest extends SearchEngineContract {

    @Override
    SearchEngine engine() {
        return new LuceneSearchEngine();
    }

    @Test
    void anEngineWithoutAPublicationIsAway() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> engine().search(new QueryPlan(List.of(), Optional.empty(), 1)))
                .extracting(Problem::subject)
                .isEqualTo("search.away");
    }
}
