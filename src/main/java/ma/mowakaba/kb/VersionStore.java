package ma.mowakaba.kb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in the tables of articles and versions, as editors ask for it. */
@Component
class VersionStore {

    /** Of each article the texts that readers see, else the last there were. */
    private static final String STANDING =
            "SELECT a.slug, a.published, v.language, v.version, v.text_since, v.markdown, (SELECT"
                + " coalesce(max(c.version), 0) FROM article_confirmation c WHERE c.article_id = a.id AND c.language ="
                + " v.language) AS confirmed FROM article a JOIN article_version v ON v.article_id = a.id AND"
                + " v.version = if(a.published > 0, a.published, (SELECT max(l.version) FROM article_version l WHERE"
                + " l.article_id = a.id))";

    private final JdbcClient jdbc;

    VersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A text as it stands. @param since version in which it came to be; @param confirmed version up to which it was said to hold */
    record Text(
            String slug, int published, Language language, int version, int since, int confirmed, String markdown) {}

    List<Text> texts() {
        return jdbc.sql(STANDING).query(VersionStore::text).list();
    }

    Map<Language, Text> texts(String slug) {
        Map<Language, Text> texts = new EnumMap<>(Language.class);
        jdbc.sql(STANDING + " WHERE a.slug = ?")
                .param(slug)
                .query(VersionStore::text)
                .list()
                .forEach(text -> texts.put(text.language(), text));
        return texts;
    }

    Optional<String> markdown(ArticleKey at, int version) {
        return jdbc.sql("SELECT v.markdown FROM article_version v JOIN article a ON a.id = v.article_id WHERE a.slug ="
                        + " ? AND v.language = ? AND v.version = ?")
                .params(at.slug(), at.language().code(), version)
                .query(String.class)
                .optional();
    }

    /** @return the version in which the text came to be that stood in that version of the article, 0 for none */
    int textAt(ArticleKey at, int version) {
        return jdbc.sql("SELECT coalesce(max(v.text_since), 0) FROM article_version v JOIN article a ON a.id ="
                        + " v.article_id WHERE a.slug = ? AND v.language = ? AND v.version <= ?")
                .params(at.slug(), at.language().code(), version)
                .query(Integer.class)
                .single();
    }

    /** @return those that readers see or that are being written: where a link may lead */
    Set<String> slugs() {
        return new HashSet<>(
                jdbc.sql("SELECT slug FROM article WHERE published > 0 UNION SELECT slug FROM article_draft")
                        .query(String.class)
                        .list());
    }

    List<ArticleStock.VersionRow> versions(ArticleKey at) {
        return jdbc.sql("SELECT v.version, v.created_at, v.published_by, (SELECT group_concat(w.account) FROM"
            + " article_version_writer w WHERE w.article_id = a.id AND w.language = v.language AND w.version ="
            + " v.version) AS writers, v.version = (SELECT p.text_since FROM article_version p WHERE p.article_id ="
            + " a.id AND p.language = v.language AND p.version = a.published) AS shown FROM article_version v JOIN"
            + " article a ON a.id = v.article_id WHERE a.slug = ? AND v.language = ? AND v.text_since = v.version"
            + " ORDER BY v.version DESC")
                .params(at.slug(), at.language().code())
                .query(VersionStore::version)
                .list();
    }

    void wrote(ArticleKey at, int version, Set<UUID> writers) {
        writers.forEach(writer -> jdbc.sql("INSERT INTO article_version_writer (article_id, language, version, account)"
                        + " SELECT id, ?, ?, ? FROM article WHERE slug = ?")
                .params(at.language().code(), version, writer, at.slug())
                .update());
    }

    /** Says that the text of a language holds up to a version; said twice it was said once. */
    void confirm(ArticleKey at, int version, EditorId by, java.time.Instant now) {
        jdbc.sql("INSERT IGNORE INTO article_confirmation (article_id, language, version, confirmed_by, confirmed_at)"
                        + " SELECT id, ?, ?, ?, ? FROM article WHERE slug = ?")
                .params(at.language().code(), version, by.value(), Columns.utc(now), at.slug())
                .update();
    }

    private static Text text(ResultSet row, int number) throws SQLException {
        return new Text(
                row.getString("slug"),
                row.getInt("published"),
                Language.of(row.getString("language")),
                row.getInt("version"),
                row.getInt("text_since"),
                row.getInt("confirmed"),
                row.getString("markdown"));
    }

    private static ArticleStock.VersionRow version(ResultSet row, int number) throws SQLException {
        Set<EditorId> writers = Optional.ofNullable(row.getString("writers")).stream()
                .flatMap(all -> Stream.of(all.split(",")))
                .map(UUID::fromString)
                .map(EditorId::new)
                .collect(Collectors.toUnmodifiableSet());
        return new ArticleStock.VersionRow(
                row.getInt("version"),
                Columns.instant(row, "created_at"),
                writers,
                Columns.maybeUuid(row, "published_by").map(EditorId::new),
                row.getBoolean("shown"));
    }
}
