package ma.mowakaba.mail;

import static ma.mowakaba.kernel.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.mail.MailTemplates.Kind;
import ma.mowakaba.mail.MailTemplates.Template;
import ma.mowakaba.mail.MailTemplates.Written;
import ma.mowakaba.staff.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts that were written here. Read anew every few seconds, and not for each mail. */
@Repository
class TemplateBook {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient sql;
    private final Clock clock;

    private volatile @Nullable Read last;

    TemplateBook(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Read(List<Template> templates, Instant until) {}

    /** @return as it was at most a few seconds ago */
    Optional<Template> recent(Kind kind, Language language) {
        Read read = last;
        if (read == null || !clock.instant().isBefore(read.until())) {
            read = new Read(all(), clock.instant().plus(FRESH));
            last = read;
        }
        return in(read.templates(), kind, language);
    }

    Optional<Template> now(Kind kind, Language language) {
        return in(all(), kind, language);
    }

    void write(Kind kind, Language language, String text, long version, StaffId by) {
        String change = version == 0
                ? "insert ignore into mail_template (kind, language, body, version, changed_by, changed_at) values"
                        + " (:kind, :language, :text, 1, :by, :now)"
                : "update mail_template set body = :text, version = version + 1, changed_by = :by, changed_at = :now"
                        + " where kind = :kind and language = :language and version = :version";
        mustBeOne(sql.sql(change)
                .param("kind", kind.name())
                .param("language", language.code())
                .param("text", text)
                .param("version", version)
                .param("by", by.value())
                .param("now", utc(Columns.now(clock)))
                .update());
    }

    void remove(Kind kind, Language language, long version) {
        mustBeOne(
                sql.sql("delete from mail_template where kind = :kind and language = :language and version = :version")
                        .param("kind", kind.name())
                        .param("language", language.code())
                        .param("version", version)
                        .update());
    }

    private void mustBeOne(int changed) {
        last = null;
        if (changed != 1) {
            throw Problem.stale("mail.template.stale");
        }
    }

    private List<Template> all() {
        return sql.sql("select * from mail_template")
                .query((row, number) -> read(row))
                .list();
    }

    private static Optional<Template> in(List<Template> templates, Kind kind, Language language) {
        return templates.stream()
                .filter(one -> one.kind() == kind && one.language() == language)
                .findFirst();
    }

    private static Template read(ResultSet row) throws SQLException {
        return new Template(
                Kind.valueOf(row.getString("kind")),
                Language.of(row.getString("language")),
                row.getString("body"),
                row.getLong("version"),
                Optional.of(
                        new Written(new StaffId(Columns.uuid(row, "changed_by")), Columns.instant(row, "changed_at"))));
    }
}
