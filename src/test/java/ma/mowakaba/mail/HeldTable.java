package ma.mowakaba.mail;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import ma.mowakaba.demo.database.EmbeddedMariaDb;

/** A table that nobody else can write to or read until it is let go: whoever works with it waits exactly there. */
final class HeldTable implements AutoCloseable {

    private final Connection connection;

    private HeldTable(Connection connection) {
        this.connection = connection;
    }

    static HeldTable of(EmbeddedMariaDb database, String table) {
        try {
            Connection connection =
                    DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
            try (var statement = connection.createStatement()) {
                statement.execute("lock tables " + table + " write");
            }
            return new HeldTable(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until that many wait for it. */
    HeldTable untilWaitedFor(int count) {
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> waiting() >= count);
        return this;
    }

    private int waiting() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show processlist")) {
            int waiting = 0;
            while (rows.next()) {
                waiting += String.valueOf(rows.getString("State")).contains("table metadata lock") ? 1 : 0;
            }
            return waiting;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
