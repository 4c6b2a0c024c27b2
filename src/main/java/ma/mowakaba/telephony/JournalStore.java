package ma.mowakaba.telephony;

import static ma.mowakaba.kernel.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Columns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The journal in the database. */
@Repository
class JournalStore {

    private static final int KEPT = 4_000;
    private static final int AT_ONCE = 512;

    private final JdbcClient sql;
    private final JdbcTemplate batches;
    private final Clock clock;

    /** Files that have a row; a row stays. */
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    JournalStore(JdbcClient sql, JdbcTemplate batches, Clock clock) {
        this.sql = sql;
        this.batches = batches;
        this.clock = clock;
    }

    JournalFile.Position position(String file) {
        return sql.sql("select inode, position from journal_position where file = ?")
                .param(file)
                .query((row, i) -> new JournalFile.Position(row.getLong(1), row.getLong(2)))
                .optional()
                .orElse(JournalFile.Position.START);
    }

    /** @return the position, which nobody else moves before this transaction ends */
    JournalFile.Position lock(JournalFeed feed) {
        Optional<JournalFile.Position> locked = begun.contains(feed.file()) ? locked(feed) : Optional.empty();
        return locked.orElseGet(() -> begin(feed));
    }

    /** Inserted first: two that look for a row that is not there would stand in each other's way. */
    private JournalFile.Position begin(JournalFeed feed) {
        sql.sql("insert ignore into journal_position (file, exchange, inode, position) values (?, ?, 0, 0)")
                .params(feed.file(), feed.exchange())
                .update();
        JournalFile.Position position = locked(feed).orElseThrow();
        begun.add(feed.file());
        return position;
    }

    private Optional<JournalFile.Position> locked(JournalFeed feed) {
        return sql.sql("select inode, position from journal_position where file = ? for update")
                .param(feed.file())
                .query((row, i) -> new JournalFile.Position(row.getLong(1), row.getLong(2)))
                .optional();
    }

    /** @param unreadable how many of the piece's lines were no records */
    void move(JournalFeed feed, JournalFile.Piece piece, long unreadable) {
        sql.sql("""
            update journal_position set exchange = :exchange, inode = :inode, position = :position, unreadable = unreadable + :unreadable,
              heard_at = :now, lines_at = if(:lines, :now, lines_at) where file = :file\
            """)
                .param("exchange", feed.exchange())
                .param("inode", piece.next().inode())
                .param("position", piece.next().offset())
                .param("unreadable", unreadable)
                .param("now", utc(Columns.now(clock)))
                .param(
                        "lines",
                        feed.source() == JournalLine.Source.CEL
                                && !piece.lines().isEmpty())
                .param("file", feed.file())
                .update();
    }

    /**
     * When something came of an exchange's journal.
     *
     * @param pieces also empty ones, with which a shipper says that it is there
     * @param lines of CEL, in which every call is; empty when none came yet
     */
    record Heard(Instant pieces, Optional<Instant> lines, boolean shipped) {}

    /** @return by exchange */
    Map<String, Heard> heard() {
        Map<String, Heard> heard = new HashMap<>();
        sql.sql("select exchange, max(heard_at) as pieces, max(lines_at) as at, max(file like concat(exchange,"
                        + " ':%')) as shipped from journal_position where heard_at is not null group by exchange")
                .query(row -> {
                    heard.put(
                            row.getString("exchange"),
                            new Heard(
                                    Columns.instant(row, "pieces"),
                                    Columns.maybeInstant(row, "at"),
                                    row.getBoolean("shipped")));
                });
        return heard;
    }

    /** A record that is there already stays the one that it is; there is nothing to tell of one that belongs to no call. */
    void keep(List<JournalLine> lines) {
        batches.batchUpdate(
                "insert ignore into journal_record (digest, source, linkedid, at, urgent, line, state) values (?, ?, ?,"
                        + " ?, ?, ?, ?)",
                lines.stream()
                        .map(line -> new Object[] {
                            line.digest(),
                            line.source().name(),
                            line.linkedid(),
                            utc(line.at()),
                            line.urgent(),
                            line.text(),
                            line.linkedid().isEmpty() ? 1 : 0
                        })
                        .toList());
    }

    /** @return whether it was not kept before */
    boolean keepUnreadable(JournalFeed feed, JournalFile.Position where, String line) {
        return 1
                == sql.sql("insert ignore into journal_unreadable (source, file, inode, position, line) values"
                                + " (?, ?, ?, ?, ?)")
                        .params(
                                feed.source().name(),
                                feed.file(),
                                where.inode(),
                                where.offset(),
                                line.substring(0, Math.min(KEPT, line.length())))
                        .update();
    }

    long unreadable() {
        return sql.sql("select coalesce(sum(unreadable), 0) from journal_position")
                .query(Long.class)
                .single();
    }

    /** @return calls with records nobody looked at, one of them urgent or older, oldest first */
    List<String> waiting(Instant before, int limit) {
        return sql.sql("select linkedid from journal_record where state = 0 group by linkedid"
                        + " having max(urgent) or min(at) < ? order by min(id) limit ?")
                .params(utc(before), limit)
                .query(String.class)
                .list();
    }

    /** @param told whether the call was told with it */
    record Kept(long id, boolean told, JournalLine line) {}

    /** @return in the order of their times */
    List<JournalLine> of(String linkedid) {
        return of(List.of(linkedid)).getOrDefault(linkedid, List.of()).stream()
                .map(Kept::line)
                .toList();
    }

    /** @param linkedids at least one @return each one's in the order of their times */
    Map<String, List<Kept>> of(Collection<String> linkedids) {
        return sql
                .sql("select id, state, source, linkedid, at, urgent, line from journal_record where linkedid in"
                        + " (:calls) order by linkedid, at, id")
                .param("calls", Columns.few(linkedids))
                .query((row, i) -> new Kept(row.getLong("id"), row.getInt("state") == 1, line(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(kept -> kept.line().linkedid()));
    }

    private static JournalLine line(ResultSet row) throws SQLException {
        return new JournalLine(
                JournalLine.Source.valueOf(row.getString("source")),
                row.getString("linkedid"),
                Columns.instant(row, "at"),
                row.getBoolean("urgent"),
                row.getString("line"));
    }

    boolean anyWaiting() {
        return sql.sql("select 1 from journal_record where state = 0 limit 1")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Just these records were looked at, whatever came meanwhile.
     *
     * @param well whether their calls could be told; they are tried again if not
     */
    void told(Collection<Long> records, boolean well) {
        List<Long> all = List.copyOf(records);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            sql.sql("update journal_record set state = :state where id in (:records)")
                    .param("state", well ? 1 : 2)
                    .param("records", Columns.few(all.subList(from, Math.min(from + AT_ONCE, all.size()))))
                    .update();
        }
    }

    /** Calls that could not be told are tried again. */
    void again() {
        sql.sql("update journal_record set state = 0 where state = 2 limit 1000")
                .update();
    }

    /** @return time of the oldest record nobody looked at */
    Optional<Instant> oldestWaiting() {
        return sql.sql("select min(at) as at from journal_record where state = 0 having min(at) is not null")
                .query((row, i) -> Columns.instant(row, "at"))
                .optional();
    }
}
