package ma.mowakaba.kb;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Elasticsearch instead of Lucene, when the operator chose it; Boot makes the client from {@code spring.elasticsearch.*}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "mowakaba.kb.engine", havingValue = "elasticsearch")
class ElasticsearchConfiguration {

    @Bean
    SearchEngine elasticsearchSearchEngine(ElasticsearchClient client, KnowledgeSettings settings) {
        return new ElasticsearchSearchEngine(client, settings.index());
    }

    @Bean
    Rest5ClientBuilderCustomizer elasticsearchWireFormat(KnowledgeSettings settings) {
        return new WireFormat("compatible-with=" + settings.compatibleWith());
    }

    /** The client of version 9 announces 9, which a server of version 8 refuses; both versions of the server accept 8. */
    private record WireFormat(String wanted) implements Rest5ClientBuilderCustomizer {

        @Override
        public void customize(Rest5ClientBuilder builder) {
            // everything happens below, in the HTTP client
        }

        @Override
        public void customize(HttpAsyncClientBuilder http) {
            http.addRequestInterceptorLast((request, _, _) -> {
                rewrite(request, "Accept");
                rewrite(request, "Content-Type");
            });
        }

        private void rewrite(HttpRequest request, String name) {
            Header header = request.getFirstHeader(name);
            if (header != null) {
                request.setHeader(name, header.getValue().replaceFirst("compatible-with=\\d+", wanted));
            }
        }
    }
}
