package ma.mowakaba.kb;

import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody typed while another person changed the same draft; it outlives the draft. */
@Component
class Asides {

    private final JdbcClient jdbc;

    Asides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(ArticleKey at, EditorId by, String markdown, Instant now) {
        jdbc.sql("INSERT INTO article_draft_aside (slug, language, account, markdown, kept_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE markdown = VALUES(markdown), kept_at = VALUES(kept_at)")
                .params(at.slug(), at.language().code(), by.value(), markdown, Columns.utc(now))
                .update();
    }

    Optional<Manuscript> find(ArticleKey at, EditorId by) {
        return jdbc.sql("SELECT markdown FROM article_draft_aside WHERE slug = ? AND language = ? AND account = ?")
                .params(at.slug(), at.language().code(), by.value())
                .query(String.class)
                .optional()
                .map(Manuscript::of);
    }

    /** @throws Problem NOT_FOUND {@code draft.unknown} */
    Manuscript take(ArticleKey at, EditorId by) {
        Manuscript aside = find(at, by).orElseThrow(() -> Problem.notFound("draft.unknown"));
        jdbc.sql("DELETE FROM article_draft_aside WHERE slug = ? AND language = ? AND account = ?")
                .params(at.slug(), at.language().code(), by.value())
                .update();
        return aside;
    }
}
