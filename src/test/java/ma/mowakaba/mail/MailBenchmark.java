package ma.mowakaba.mail;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Mails accepted per second by a running center, by 1 and by 8 senders; and, with a JDBC address, bare single-row and ticket-shaped
 * transactions on the same database before and after.
 *
 * <pre>
 * ./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp target/test-classes:target/classes:$(cat target/classpath) ma.mowakaba.mail.MailBenchmark \
 *   http://localhost:8080 demo-api-token 10 "jdbc:mariadb://localhost:3306/mowakaba?user=…&amp;password=…"
 * </pre>
 */
final class MailBenchmark {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String TEXT =
            "Bonjour,\n\nNous voulons déposer un dossier de subvention pour notre association. ".repeat(14);

    private MailBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        String center = arguments[0];
        String token = arguments[1];
        int seconds = Integer.parseInt(arguments[2]);
        measure("warm-up, 8 senders", 8, seconds, () -> send(center, token));
        if (arguments.length > 3) {
            database(arguments[3], seconds);
        }
        measure("POST /api/mail, 1 sender", 1, seconds, () -> send(center, token));
        measure("POST /api/mail, 8 senders", 8, seconds, () -> send(center, token));
        if (arguments.length > 3) {
            database(arguments[3], seconds);
        }
    }

    private static int send(String center, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(center + "/api/mail"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "message/rfc822")
                .POST(HttpRequest.BodyPublishers.ofByteArray(mail()))
                .build();
        int status = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        if (status != 201) {
            throw new IllegalStateException("answered " + status);
        }
        return status;
    }

    private static byte[] mail() {
        return MailTexts.mail("Mesureur <" + MailTexts.freshAddress() + ">", "Demande de subvention", TEXT);
    }

    private static void database(String url, int seconds) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection
                    .createStatement()
                    .execute("create or replace table bare_row (id uuid primary key, subject varchar(200), state"
                            + " varchar(10), at datetime(6) default now(6), key (state, at), key (at))");
            connection
                    .createStatement()
                    .execute("create or replace table bare_text (id uuid primary key, row_id uuid, body mediumtext,"
                            + " key (row_id))");
        }
        for (int senders : new int[] {1, 8}) {
            bare(url, seconds, senders, "single-row transactions", false);
            bare(url, seconds, senders, "ticket-shaped transactions", true);
        }
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute("drop table bare_row, bare_text");
        }
    }

    private static void bare(String url, int seconds, int senders, String name, boolean whole) throws Exception {
        ThreadLocal<Connection> connections = ThreadLocal.withInitial(() -> open(url));
        measure(name + ", " + senders + " connections", senders, seconds, () -> transaction(connections.get(), whole));
    }

    private static Connection open(String url) {
        try {
            Connection connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int transaction(Connection connection, boolean whole) throws SQLException {
        String id = UUID.randomUUID().toString();
        run(connection, "insert into bare_row (id, subject, state) values (?, ?, 'NEW')", id, "Demande de subvention");
        if (whole) {
            run(connection, "insert into bare_text (id, row_id, body) values (?, ?, ?)", id, id, TEXT);
            run(connection, "update bare_row set state = ? where id = ?", "OPEN", id);
        }
        connection.commit();
        return 1;
    }

    private static void run(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static void measure(String name, int senders, int seconds, Callable<Integer> work) throws Exception {
        long[] nanos = new long[4_000_000];
        AtomicInteger done = new AtomicInteger();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var pool = Executors.newFixedThreadPool(senders)) {
            var all = pool.invokeAll(IntStream.range(0, senders)
                    .mapToObj(sender -> (Callable<Void>) () -> {
                        while (System.nanoTime() < end) {
                            long start = System.nanoTime();
                            work.call();
                            nanos[done.getAndIncrement()] = System.nanoTime() - start;
                        }
                        return null;
                    })
                    .toList());
            for (var one : all) {
                one.get();
            }
        }
        long[] sorted = Arrays.copyOf(nanos, done.get());
        Arrays.sort(sorted);
        System.out.printf(
                "%-45s %8.1f /s   p50 %7.2f ms   p99 %7.2f ms%n",
                name,
                sorted.length / (double) seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6);
    }
}
