package ma.mowakaba.kb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Articles in MariaDB. */
@Component
class ArticleStore {

    private static final String VERSIONS =
            "SELECT a.slug, v.version, v.language, v.markdown, v.created_at FROM article a JOIN article_version v ON"
                    + " v.article_id = a.id ";

    private final Articles articles;
    private final JdbcClient jdbc;
    private final Clock clock;

    ArticleStore(Articles articles, JdbcClient jdbc, Clock clock) {
        this.articles = articles;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether there was something new in it */
    @Transactional
    boolean publish(String slug, Map<Language, String> markdown, String contentHash) {
        StoredArticle article =
                articles.findBySlug(slug).orElseGet(() -> articles.save(new StoredArticle(slug, clock.instant())));
        if (article.had(contentHash)) {
            return false;
        }
        article.publish(markdown, contentHash, new StoredVersion.Stamp(null, Columns.now(clock)));
        return true;
    }

    /** @return the version, which stands in the tables from now on; part of the caller's transaction */
    int publish(String slug, Map<Language, String> markdown, EditorId by) {
        StoredArticle article =
                articles.findBySlug(slug).orElseGet(() -> articles.save(new StoredArticle(slug, clock.instant())));
        int version = article.publish(
                markdown, ContentHash.of(markdown), new StoredVersion.Stamp(by.value(), Columns.now(clock)));
        articles.flush();
        return version;
    }

    /** @throws Problem NOT_FOUND {@code article.unknown} when readers do not see it anyway */
    void withdraw(String slug) {
        articles.findBySlug(slug)
                .filter(article -> article.published() > 0)
                .orElseThrow(() -> Problem.notFound("article.unknown", slug))
                .withdraw();
    }

    /** @return whether the files may not decide about it alone */
    @Transactional(readOnly = true)
    boolean edited(String slug, String contentHash) {
        return articles.findBySlug(slug)
                .filter(article -> article.edited() && !article.had(contentHash))
                .isPresent();
    }

    Shelf shelf() {
        return new Shelf(jdbc.sql(VERSIONS + "AND v.version = a.published ORDER BY a.slug, v.language")
                .query(ArticleStore::entry)
                .list());
    }

    Optional<Article> version(String slug, Language language, int version) {
        return jdbc.sql(VERSIONS + "WHERE a.slug = :slug AND v.language = :language AND v.version = :version")
                .param("slug", slug)
                .param("language", language.code())
                .param("version", version)
                .query(ArticleStore::entry)
                .optional()
                .map(Shelf.Entry::article);
    }

    /** @return all versions up to this one, in all languages */
    List<Article> versions(String slug, int upTo) {
        return jdbc
                .sql(VERSIONS + "WHERE a.slug = :slug AND v.version <= :version")
                .param("slug", slug)
                .param("version", upTo)
                .query(ArticleStore::entry)
                .list()
                .stream()
                .map(Shelf.Entry::article)
                .toList();
    }

    /** @return changes whenever an article is published; 1 to 60 characters of a–z and 0–9 */
    String generation() {
        return "g"
                + jdbc.sql("SELECT coalesce(sum(lock_version), 0) * 10000 + count(*) FROM article")
                        .query(Long.class)
                        .single();
    }

    private static Shelf.Entry entry(ResultSet row, int number) throws SQLException {
        String file = row.getString("slug") + "/" + row.getString("language") + ".md";
        ArticleText text = ArticleReader.stored(file, row.getString("markdown"));
        LocalDateTime created = row.getObject("created_at", LocalDateTime.class);
        return new Shelf.Entry(text, text.at(row.getInt("version"), created.toInstant(ZoneOffset.UTC)));
    }
}
