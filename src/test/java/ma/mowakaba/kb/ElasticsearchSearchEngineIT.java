package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchClientAutoConfiguration;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The contract against a real server of version 8, through the client that Boot makes. */
class ElasticsearchSearchEngineIT extends SearchEngineContract {

    private static ElasticsearchServer server;

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(KnowledgeSettings.class)
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        ElasticsearchRestClientAutoConfiguration.class,
        ElasticsearchClientAutoConfiguration.class
    })
    @Import(ElasticsearchConfiguration.class)
    static class Chosen {}

    @BeforeAll
    static void start() throws IOException {
        server = new ElasticsearchServer(
                Path.of(System.getProperty("elasticsearch.zip", "target/elasticsearch/elasticsearch.zip")));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    SearchEngine engine() {
        return context().getBean(SearchEngine.class);
    }

    @Test
    void aServerThatIsAwayIsSaidAndIsUsedAgainWhenItIsBack() throws IOException {
        SearchEngine engine = engine();
        String field = Zone.BODY.field(Field.ROOT);
        engine.publish(
                List.of(new IndexArticle(
                        "award",
                        Map.of(),
                        List.of(new IndexArticle.Passage("a#steps", Map.of(field, Terms.of("jury")))))),
                "g1");
        QueryPlan plan = new QueryPlan(List.of(new QueryPlan.Clause(field, "jury", 1)), Optional.empty(), 5);
        server.kill();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> engine.search(plan))
                .satisfies(problem -> assertThat(problem.subject()).isEqualTo("search.away"))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
        assertThat(engine.serves("g1")).isFalse();
        server.restart();
        org.awaitility.Awaitility.await().until(() -> engine.serves("g1"));
        assertThat(engine.search(plan)).extracting(SearchEngine.Found::id).containsExactly("a#steps");
    }

    private static ConfigurableApplicationContext context() {
        SpringApplication application = new SpringApplicationBuilder(Chosen.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "mowakaba.kb.engine=elasticsearch",
                        "mowakaba.kb.index=contract-" + UUID.randomUUID(),
                        "spring.elasticsearch.uris=" + server.url(),
                        "spring.config.location=optional:classpath:/none/")
                .build();
        return application.run();
    }
}
