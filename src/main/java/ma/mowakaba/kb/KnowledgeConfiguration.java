package ma.mowakaba.kb;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which engine finds passages, and how text is taken apart. */
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {

    @Bean
    TextAnalysis textAnalysis() {
        return new TextAnalysis();
    }

    @Bean
    @ConditionalOnProperty(name = "mowakaba.kb.engine", havingValue = "lucene", matchIfMissing = true)
    SearchEngine luceneSearchEngine() {
        return new LuceneSearchEngine();
    }

    @Bean
    Search search(TextAnalysis analysis, SearchEngine engine) {
        return new Search(analysis, engine);
    }
}
