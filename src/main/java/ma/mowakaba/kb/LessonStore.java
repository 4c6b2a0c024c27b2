package ma.mowakaba.kb;

import static ma.mowakaba.kernel.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The lessons in MariaDB. Whatever changes them gives the book another generation in the same transaction. */
@Repository
class LessonStore {

    private final JdbcClient sql;

    LessonStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** All that was to be learned at one moment. @param lessons that count, in their order; none while learning is off */
    record Book(long generation, boolean learning, List<Lesson> lessons) {}

    long generation() {
        return sql.sql("select generation from lesson_book").query(Long.class).single();
    }

    /** @param most lessons; the newest */
    @Transactional(readOnly = true)
    public Book read(int most) {
        boolean learning = learning();
        List<Lesson> lessons = sql.sql("""
            select * from (select * from lesson where dropped = 0 order by at desc, source desc limit :most) newest
            where :learning order by at, source\
            """)
                .param("most", most)
                .param("learning", learning)
                .query((row, number) -> lesson(row))
                .list();
        return new Book(
                generation(), learning, lessons.stream().sorted(Lesson.IN_ORDER).toList());
    }

    boolean learning() {
        return sql.sql("select learning from lesson_book").query(Boolean.class).single();
    }

    void keep(Lesson lesson) {
        sql.sql("""
            insert into lesson (source, said, meant, teacher, at, features, words)
            values (:source, :said, :meant, :teacher, :at, :features, :words)
            on duplicate key update said = values(said), meant = values(meant), teacher = values(teacher), at = values(at),
              features = values(features), words = values(words), dropped = 0\
            """)
                .param("source", lesson.source())
                .param("said", lesson.said().value())
                .param("meant", lesson.meant().value())
                .param("teacher", lesson.teacher())
                .param("at", utc(lesson.at()))
                .param("features", String.join(" ", lesson.traits().features()))
                .param("words", words(lesson.traits().words()))
                .update();
        turn();
    }

    void remove(UUID source) {
        turnIf(sql.sql("delete from lesson where source = :source")
                .param("source", source)
                .update());
    }

    void forget(Instant before) {
        turnIf(sql.sql("delete from lesson where at < :before")
                .param("before", utc(before))
                .update());
        sql.sql("delete from lesson_log where at < :before")
                .param("before", utc(before))
                .update();
    }

    /** @return whether there is such a lesson */
    boolean drop(UUID source) {
        int found = sql.sql("update lesson set dropped = 1 where source = :source")
                .param("source", source)
                .update();
        turnIf(found);
        return found > 0;
    }

    void learn(boolean on) {
        sql.sql("update lesson_book set learning = :on, generation = generation + 1")
                .param("on", on)
                .update();
    }

    /** @return the newest with what was dropped, newest first */
    List<Kept> newest(int most) {
        return sql.sql("select * from lesson order by at desc, source desc limit :most")
                .param("most", most)
                .query((row, number) -> new Kept(lesson(row), row.getBoolean("dropped")))
                .list();
    }

    record Kept(Lesson lesson, boolean dropped) {}

    List<Lessons.Move> moves() {
        return sql.sql("select said, meant, count(*) as times from lesson where dropped = 0 group by said, meant"
                        + " order by times desc, said, meant")
                .query((row, number) -> new Lessons.Move(
                        new DomainCode(row.getString("said")),
                        new DomainCode(row.getString("meant")),
                        row.getInt("times")))
                .list();
    }

    void note(Lessons.Entry entry, UUID id) {
        sql.sql("insert into lesson_log (id, at, who, did, source) values (:id, :at, :who, :did, :source)")
                .param("id", id)
                .param("at", utc(entry.at()))
                .param("who", entry.who())
                .param("did", entry.did().name())
                .param("source", entry.source().orElse(null))
                .update();
    }

    /** @return newest first */
    List<Lessons.Entry> log(int most) {
        return sql.sql("select at, who, did, source from lesson_log order by at desc, id desc limit :most")
                .param("most", most)
                .query((row, number) -> new Lessons.Entry(
                        Columns.instant(row, "at"),
                        row.getString("who"),
                        Lessons.Did.valueOf(row.getString("did")),
                        Columns.maybeUuid(row, "source")))
                .list();
    }

    private void turnIf(int rows) {
        if (rows > 0) {
            turn();
        }
    }

    private void turn() {
        sql.sql("update lesson_book set generation = generation + 1").update();
    }

    private static Lesson lesson(ResultSet row) throws SQLException {
        return new Lesson(
                Columns.uuid(row, "source"),
                new Traits(split(row.getString("features"), " "), read(row.getString("words"))),
                new DomainCode(row.getString("said")),
                new DomainCode(row.getString("meant")),
                Columns.uuid(row, "teacher"),
                Columns.instant(row, "at"));
    }

    private static String words(List<Set<String>> words) {
        return words.stream()
                .map(keys -> keys.stream().sorted().collect(Collectors.joining("|")))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static List<Set<String>> read(String words) {
        return split(words, " ").stream()
                .map(word -> Set.copyOf(split(word, "\\|")))
                .toList();
    }

    private static List<String> split(String joined, String by) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(by));
    }
}
