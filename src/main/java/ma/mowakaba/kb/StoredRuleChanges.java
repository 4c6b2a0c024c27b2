package ma.mowakaba.kb;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares the versions of the articles that have several; what editors said about them is in MariaDB. */
@Component
class StoredRuleChanges implements RuleChanges {

    private static final Map<Stated, Function<Article, Object>> STATED = Map.of(
            Stated.DEADLINES, Article::deadlines,
            Stated.FEES, Article::fees,
            Stated.DOCUMENTS, Article::documents,
            Stated.SOURCES, article -> List.of(article.legal(), article.sources()));

    private final ArticleStore store;
    private final JdbcClient sql;
    private final Clock clock;

    StoredRuleChanges(ArticleStore store, JdbcClient sql, Clock clock) {
        this.store = store;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public List<History> all() {
        return sql.sql("select slug from article where published > 1 order by slug").query(String.class).list().stream()
                .map(this::of)
                .filter(history -> history.stillTrue() > 1)
                .toList();
    }

    @Override
    public History of(String slug) {
        int published = sql.sql("select published from article where slug = :slug")
                .param("slug", slug)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("article.unknown", slug));
        TreeMap<Integer, Map<Language, Article>> texts = store.versions(slug, published).stream()
                .collect(Collectors.groupingBy(
                        Article::version, TreeMap::new, Collectors.toMap(Article::language, article -> article)));
        Map<Integer, Boolean> marks = marks(slug);
        List<Version> versions = new ArrayList<>();
        texts.forEach((number, now) -> Optional.ofNullable(texts.lowerEntry(number))
                .ifPresent(before -> versions.add(new Version(
                        number,
                        latest(now.values()),
                        differs(before.getValue(), now),
                        Optional.ofNullable(marks.get(number))))));
        return new History(slug, published, versions);
    }

    @Override
    public void mark(String slug, int version, boolean changed, String by) {
        if (of(slug).versions().stream().noneMatch(known -> known.number() == version)) {
            throw Problem.notFound("article.unknown", slug);
        }
        sql.sql("""
            insert into article_rule_change (slug, version, changed, marked_by, marked_at)
            values (:slug, :version, :changed, :by, :now)
            on duplicate key update changed = values(changed), marked_by = values(marked_by), marked_at = values(marked_at)\
            """)
                .param("slug", slug)
                .param("version", version)
                .param("changed", changed)
                .param("by", by)
                .param("now", Columns.utc(Columns.now(clock)))
                .update();
    }

    private Map<Integer, Boolean> marks(String slug) {
        Map<Integer, Boolean> marks = new HashMap<>();
        sql.sql("select version, changed from article_rule_change where slug = :slug")
                .param("slug", slug)
                .query(row -> {
                    marks.put(row.getInt("version"), row.getBoolean("changed"));
                });
        return marks;
    }

    /** A language that one of them lacks is not compared. */
    private static Set<Stated> differs(Map<Language, Article> before, Map<Language, Article> now) {
        Set<Stated> differs = EnumSet.noneOf(Stated.class);
        before.forEach((language, old) -> Optional.ofNullable(now.get(language))
                .ifPresent(fresh -> STATED.forEach((stated, of) -> {
                    if (!of.apply(old).equals(of.apply(fresh))) {
                        differs.add(stated);
                    }
                })));
        return differs;
    }

    private static Instant latest(Collection<Article> articles) {
        return articles.stream().map(Article::updatedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
