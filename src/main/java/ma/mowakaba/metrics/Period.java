package ma.mowakaba.metrics;

import java.util.Optional;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.metrics.Scoreboard.Question;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a question narrows every statement to, as parameters {@code from}, {@code to}, {@code domain}, {@code language}, {@code channel}. */
final class Period {

    /** For tables that have these three columns. */
    static final String NARROWED = """
         and (:domain is null or domain = :domain) and (:language is null or language = :language)
         and (:channel is null or channel = :channel)\
        """;

    private Period() {}

    static JdbcClient.StatementSpec ask(JdbcClient database, String sql, Question question) {
        return database.sql(sql)
                .param("from", Columns.utc(question.from()))
                .param("to", Columns.utc(question.to()))
                .param("domain", question.domain().map(DomainCode::value).orElse(null))
                .param("language", question.language().map(Enum::name).orElse(null))
                .param("channel", name(question.channel()));
    }

    private static @org.jspecify.annotations.Nullable String name(Optional<Channel> channel) {
        return channel.map(Channel::name).orElse(null);
    }
}
