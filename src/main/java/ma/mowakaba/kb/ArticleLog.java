package ma.mowakaba.kb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what to which article, in the order in which it was done; written in the transaction that does it. */
@Component
class ArticleLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    ArticleLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(ArticleKey at, ArticleEvent.What what, @Nullable EditorId by, String note) {
        add(at.slug(), at.language(), what, by, note);
    }

    void add(String slug, @Nullable Language language, ArticleEvent.What what, @Nullable EditorId by, String note) {
        Instant now = Columns.now(clock);
        jdbc.sql("INSERT INTO article_event (id, slug, language, what, account, note, at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(
                        Ids.next(now.toEpochMilli()),
                        slug,
                        language == null ? null : language.code(),
                        what.code(),
                        by == null ? null : by.value(),
                        note,
                        Columns.utc(now)))
                .update();
    }

    /** @return of both languages, the newest first */
    List<ArticleEvent> of(String slug, int most) {
        return jdbc.sql("SELECT * FROM article_event WHERE slug = ? ORDER BY at DESC, id DESC LIMIT ?")
                .params(slug, most)
                .query(ArticleLog::event)
                .list();
    }

    boolean knows(String slug, ArticleEvent.What what, String note) {
        return jdbc.sql("SELECT count(*) FROM article_event WHERE slug = ? AND what = ? AND note = ?")
                        .params(slug, what.code(), note)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static ArticleEvent event(ResultSet row, int number) throws SQLException {
        return new ArticleEvent(
                row.getString("slug"),
                Optional.ofNullable(row.getString("language")).map(Language::of),
                ArticleEvent.What.valueOf(
                        row.getString("what").toUpperCase(Locale.ROOT).replace('-', '_')),
                Columns.maybeUuid(row, "account").map(EditorId::new),
                row.getString("note"),
                Columns.instant(row, "at"));
    }
}
