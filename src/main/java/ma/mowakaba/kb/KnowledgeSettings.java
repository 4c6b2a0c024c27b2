package ma.mowakaba.kb;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the knowledge base.
 *
 * @param engine what finds passages: {@code lucene} in this process, or {@code elasticsearch} at {@code spring.elasticsearch.uris}
 * @param articles where the article files are that are read at start: {@code classpath:} or {@code file:}
 * @param refresh how often a node looks whether another one has published something, and whether the engine is back
 * @param index name of the alias in Elasticsearch; several centers may share a cluster
 * @param compatibleWith version of the Elasticsearch wire format, which servers 8 and 9 both understand when it is 8
 * @param keepOpinions how long what readers think of an article is kept
 * @param keepLessons how long the words of a correction are kept
 */
@ConfigurationProperties("mowakaba.kb")
record KnowledgeSettings(
        @DefaultValue("lucene") Engine engine,
        @DefaultValue("classpath:kb/articles/") String articles,
        @DefaultValue("10s") Duration refresh,
        @DefaultValue("mowakaba-kb") String index,
        @DefaultValue("8") int compatibleWith,
        @DefaultValue("730d") Duration keepOpinions,
        @DefaultValue("365d") Duration keepLessons) {

    enum Engine {
        LUCENE,
        ELASTICSEARCH
    }
}
