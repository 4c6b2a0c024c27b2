package ma.mowakaba.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;

/** What figures are kept for: a domain in a language on a channel. */
record Queue(DomainCode domain, Language language, Channel channel) implements Comparable<Queue> {

    private static final Comparator<Queue> ORDER = Comparator.<Queue, String>comparing(queue -> queue.domain.value())
            .thenComparing(Queue::language)
            .thenComparing(Queue::channel);

    static Queue read(ResultSet row) throws SQLException {
        return new Queue(
                new DomainCode(row.getString("domain")),
                Language.valueOf(row.getString("language")),
                Channel.valueOf(row.getString("channel")));
    }

    static Queue of(Fact fact) {
        return new Queue(fact.domain(), fact.language(), fact.channel());
    }

    @Override
    public int compareTo(Queue other) {
        return ORDER.compare(this, other);
    }
}
