package ma.mowakaba.metrics;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * What each report costs a running center when 200,000 contacts and 200,000 cases of two years lie in its database, and which index each
 * statement reads.
 *
 * <pre>
 * java -cp target/test-classes:target/classes:$(cat target/classpath) ma.mowakaba.metrics.FiguresBenchmark \
 *   http://localhost:8080 demo-api-token "jdbc:mariadb://localhost:3306/mowakaba?user=…&amp;password=…"
 * </pre>
 */
final class FiguresBenchmark {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int ROUNDS = 7;

    /** Two years of five-minute steps back from October 2026, none of them in the way of what happens now. */
    private static final String AT = "timestamp '2026-10-31 12:00:00' - interval seq * 315 second";

    private static final List<String> FILL = List.of(
            "insert into contact_fact (contact_id, channel, domain, language, queued_at, answered_at, answered_by,"
                + " ended_at, outcome, handled) select uuid(), elt(1 + seq % 4, 'CALL', 'MAIL', 'CHAT', 'WEB'), elt(1"
                + " + seq % 9, 'association-life', 'funding', 'participation', 'volunteering', 'training', 'award',"
                + " 'digital-services', 'compliance', 'general'), elt(1 + seq % 2, 'AR', 'FR'), " + AT
                    + ", if(seq % 10 = 0, null, " + AT + " + interval seq % 90 second),"
                    + " if(seq % 10 = 0, null, concat('00000000-0000-7000-8000-0000000000',"
                    + " lpad(conv(seq % 30, 10, 16), 2, '0'))), " + AT + " + interval 90 + seq % 600 second,"
                    + " if(seq % 10 = 0, 'ABANDONED', 'ANSWERED'), if(seq % 10 = 0, null, 1000000 * (90 + seq % 600))"
                    + " from seq_1_to_200000",
            "insert into handling_fact (contact_id, advisor_id, since, left_at, channel, domain, language) select"
                    + " contact_id, concat('00000000-0000-7000-8000-0000000000', lpad(conv(crc32(contact_id) % 30, 10,"
                    + " 16), 2, '0')), answered_at, ended_at, channel, domain, language from contact_fact where"
                    + " answered_at is not null and channel in ('CALL', 'CHAT') and queued_at < '2026-11-01'",
            "insert into ticket_fact (ticket_id, domain, channel, language, requester_id, state, created_at,"
                    + " first_response_at, resolved_at, updated_at, version) select uuid(), elt(1 + seq % 3, 'funding',"
                    + " 'training', 'general'), elt(1 + seq % 4, 'CALL', 'MAIL', 'CHAT', 'WEB'), elt(1 + seq % 2, 'AR',"
                    + " 'FR'), uuid(), if(seq < 2000, 'OPEN',"
                    + " 'CLOSED'),"
                    + " " + AT + ", " + AT + " + interval seq % 2880 minute,"
                    + " if(seq < 2000, null, " + AT + " + interval 3000 + seq % 5000 minute), " + AT
                    + ", 0 from seq_1_to_200000",
            "insert into case_contact (ticket_id, contact_id, at) select ticket_id, uuid(), created_at from ticket_fact"
                    + " where updated_at < '2026-11-01'",
            "analyze table contact_fact, handling_fact, ticket_fact, case_contact");

    private FiguresBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection(arguments[2]);
                Statement statement = connection.createStatement()) {
            fill(statement);
            explain(statement);
        }
        for (String period : List.of(
                "from=2026-10-20&to=2026-10-21&interval=hour",
                "from=2026-09-01&to=2026-10-01&interval=day",
                "from=2025-11-01&to=2026-11-01&interval=total")) {
            for (String report : List.of("queues", "advisors", "tickets", "contacts")) {
                measure(arguments[0] + "/api/metrics/" + report + "?" + period, arguments[1]);
            }
        }
        measure(arguments[0] + "/api/live", arguments[1]);
    }

    private static void fill(Statement statement) throws SQLException {
        try (ResultSet there =
                statement.executeQuery("select count(*) from contact_fact where queued_at < '2026-11-01'")) {
            there.next();
            if (there.getLong(1) >= 200_000) {
                return;
            }
        }
        for (String sql : FILL) {
            statement.execute(sql);
        }
    }

    private static void explain(Statement statement) throws SQLException {
        for (String sql : List.of(
                "select contact_id, channel, domain, language, queued_at, answered_at, ended_at, outcome, handled from"
                        + " contact_fact where queued_at >= '2026-09-01' and queued_at < '2026-10-01'",
                "select queued_at, left_line_at, channel, domain, language from contact_fact where left_line_at >="
                        + " '2026-10-30' and queued_at < '2026-10-31'",
                "select advisor_id, since, left_key, after_work, channel, domain, language from handling_fact where"
                        + " left_key > '2026-10-20' and since < '2026-10-21'",
                "select ticket_id, domain, channel, language, advisor_id, created_at, resolved_key from ticket_fact"
                        + " where resolved_key >= '2026-10-30' and created_at < '2026-10-31'")) {
            try (ResultSet plan = statement.executeQuery("explain " + sql)) {
                while (plan.next()) {
                    System.out.printf(
                            "%s: %s, %s rows, %s%n",
                            plan.getString("table"),
                            plan.getString("key"),
                            plan.getString("rows"),
                            plan.getString("Extra"));
                }
            }
        }
    }

    private static void measure(String url, String token) throws Exception {
        long[] micros = new long[ROUNDS];
        int bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .header("Authorization", "Bearer " + token)
                    .build();
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            micros[round] = (System.nanoTime() - start) / 1_000;
            bytes = answer.body().length;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(url + " answered " + answer.statusCode());
            }
        }
        Arrays.sort(micros);
        System.out.printf(
                "%-80s median %,9.1f ms, worst %,9.1f ms, %,d bytes%n",
                url.substring(url.indexOf("/api")), micros[ROUNDS / 2] / 1e3, micros[ROUNDS - 1] / 1e3, bytes);
    }
}
