package ma.mowakaba.kb;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds passages with Elasticsearch. Each publication is an index of its own, to which the alias is moved; one shard, so that every
 * score is counted over all passages. The words arrive taken apart: the server only splits at spaces.
 */
final class ElasticsearchSearchEngine implements SearchEngine {

    /** Elasticsearch multiplies BM25 by k1 + 1, Lucene no longer does. */
    private static final double FACTOR = Ranking.K1 + 1;

    private static final int AT_ONCE = 25;

    private final ElasticsearchClient client;
    private final String alias;

    ElasticsearchSearchEngine(ElasticsearchClient client, String alias) {
        this.client = client;
        this.alias = alias;
    }

    @Override
    public void publish(List<IndexArticle> articles, String generation) {
        String index =
                alias + "-" + generation + "-" + UUID.randomUUID().toString().substring(0, 8);
        ask(() -> {
            create(index);
            try {
                for (int from = 0; from < articles.size(); from += AT_ONCE) {
                    fill(index, articles.subList(from, Math.min(articles.size(), from + AT_ONCE)));
                }
                client.indices().refresh(r -> r.index(index));
                return swap(index);
            } catch (IOException | ElasticsearchException e) {
                client.indices().delete(d -> d.index(index).ignoreUnavailable(true));
                throw e;
            }
        });
    }

    @Override
    public boolean serves(String generation) {
        try {
            boolean usable = client.cluster().health(h -> h.index(alias)).status() != HealthStatus.Red;
            return usable && indices().stream().anyMatch(index -> index.startsWith(alias + "-" + generation + "-"));
        } catch (IOException | ElasticsearchException e) {
            return false;
        }
    }

    @Override
    public List<Found> search(QueryPlan plan) {
        return ask(() -> client
                .search(
                        s -> s.index(alias)
                                .size(plan.size())
                                .source(source -> source.fetch(false))
                                .trackScores(true)
                                .trackTotalHits(total -> total.enabled(false))
                                .query(q -> q.bool(query(plan)))
                                .sort(sort -> sort.score(score -> score.order(SortOrder.Desc)))
                                .sort(sort ->
                                        sort.field(field -> field.field("id").order(SortOrder.Asc))),
                        Void.class)
                .hits()
                .hits()
                .stream()
                .map(hit -> new Found(String.valueOf(hit.id()), score(hit.score())))
                .toList());
    }

    @Override
    public void close() {
        // the client belongs to whoever made it
    }

    private void create(String index) throws IOException {
        client.indices()
                .create(c -> c.index(index)
                        .settings(s -> s.numberOfShards("1")
                                .autoExpandReplicas("0-1")
                                .similarity(
                                        "default",
                                        of -> of.bm25(
                                                bm25 -> bm25.k1(Ranking.K1).b(Ranking.B))))
                        .mappings(m -> {
                            m.source(source -> source.enabled(false));
                            m.properties("id", p -> p.keyword(k -> k));
                            m.properties("domain", p -> p.keyword(k -> k));
                            for (Zone zone : Zone.values()) {
                                for (Field field : Field.values()) {
                                    m.properties(zone.field(field), p -> p.text(t -> t.analyzer("whitespace")));
                                }
                            }
                            return m;
                        }));
    }

    /** The server joins nothing: each passage has the words of its article too. */
    private void fill(String index, List<IndexArticle> articles) throws IOException {
        BulkRequest.Builder bulk = new BulkRequest.Builder().index(index);
        for (IndexArticle article : articles) {
            Map<String, String> shared = new HashMap<>();
            article.fields().forEach((field, terms) -> shared.put(field, terms.toString()));
            shared.put("domain", article.domain());
            for (IndexArticle.Passage passage : article.passages()) {
                Map<String, String> source = new HashMap<>(shared);
                passage.fields().forEach((field, terms) -> source.put(field, terms.toString()));
                source.put("id", passage.id());
                bulk.operations(o -> o.index(i -> i.id(passage.id()).document(source)));
            }
        }
        BulkResponse answer = client.bulk(bulk.build());
        if (answer.errors()) {
            throw new IOException("Elasticsearch refused some of the passages");
        }
    }

    /** Moves the alias and removes what it pointed to, in one step. */
    private boolean swap(String index) throws IOException {
        List<Action> actions = new ArrayList<>();
        indices().forEach(old -> actions.add(Action.of(a -> a.removeIndex(r -> r.index(old)))));
        actions.add(Action.of(a -> a.add(add -> add.index(index).alias(alias))));
        return client.indices().updateAliases(u -> u.actions(actions)).acknowledged();
    }

    private Set<String> indices() throws IOException {
        try {
            return client.indices().getAlias(a -> a.name(alias)).aliases().keySet();
        } catch (ElasticsearchException e) {
            if (e.status() == 404) {
                return Set.of();
            }
            throw e;
        }
    }

    private static BoolQuery query(QueryPlan plan) {
        BoolQuery.Builder any = new BoolQuery.Builder().minimumShouldMatch("1");
        for (QueryPlan.Clause clause : plan.clauses()) {
            any.should(q -> q.term(t ->
                    t.field(clause.field()).value(FieldValue.of(clause.term())).boost(clause.weight())));
        }
        plan.domain()
                .ifPresent(domain ->
                        any.filter(q -> q.term(t -> t.field("domain").value(FieldValue.of(domain.value())))));
        return any.build();
    }

    private static double score(@org.jspecify.annotations.Nullable Double score) {
        return score == null ? 0 : score / FACTOR;
    }

    /** A question to the server. */
    private interface Question<T> {
        T ask() throws IOException;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (IOException | ElasticsearchException e) {
            throw SearchEngine.away();
        }
    }
}
