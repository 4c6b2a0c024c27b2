package ma.mowakaba.kb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.Language;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Opinions in MariaDB: a day and no hour, so that no reader is found by when he read. */
@Component
class StoredOpinions implements Opinions {

    private static final int LONGEST = 1_000;

    private final JdbcClient sql;
    private final Library library;
    private final KnowledgeSettings settings;
    private final Clock clock;

    StoredOpinions(JdbcClient sql, Library library, KnowledgeSettings settings, Clock clock) {
        this.sql = sql;
        this.library = library;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void tell(String slug, Language language, int version, boolean helped, String words) {
        Article read = library.article(slug, language, version);
        sql.sql("insert into article_opinion (id, slug, language, version, helped, words, on_day)"
                        + " values (:id, :slug, :language, :version, :helped, :words, :day)")
                .param("id", Ids.next(clock.millis()))
                .param("slug", slug)
                .param("language", read.language().code())
                .param("version", version)
                .param("helped", helped)
                .param("words", Impersonal.of(words, List.of(), LONGEST))
                .param("day", today())
                .update();
    }

    @Override
    public List<Verdict> verdicts() {
        return sql.sql("""
            select slug, language, version, sum(helped) as yes, count(*) - sum(helped) as no, max(on_day) as last
            from article_opinion group by slug, language, version order by no desc, yes desc, slug, language, version desc\
            """).query(this::verdict).list();
    }

    @Override
    public List<Said> said(String slug) {
        return sql.sql("select language, version, helped, words, on_day from article_opinion"
                        + " where slug = :slug and words <> '' order by on_day desc, id desc limit 100")
                .param("slug", slug)
                .query((row, number) -> new Said(
                        Language.of(row.getString("language")),
                        row.getInt("version"),
                        row.getBoolean("helped"),
                        row.getString("words"),
                        row.getObject("on_day", LocalDate.class)))
                .list();
    }

    @Scheduled(cron = "0 40 3 * * *")
    @SchedulerLock(name = "kb-opinions")
    void forget() {
        sql.sql("delete from article_opinion where on_day < :day")
                .param("day", today().minusDays(settings.keepOpinions().toDays()))
                .update();
    }

    private Verdict verdict(ResultSet row, int number) throws SQLException {
        String slug = row.getString("slug");
        Language language = Language.of(row.getString("language"));
        Optional<ArticleSummary> published = library.published(language).stream()
                .filter(article -> article.slug().equals(slug))
                .findFirst();
        return new Verdict(
                slug,
                language,
                row.getInt("version"),
                published.map(ArticleSummary::title).orElse(""),
                published.map(ArticleSummary::version).orElse(0),
                row.getLong("yes"),
                row.getLong("no"),
                row.getObject("last", LocalDate.class));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
