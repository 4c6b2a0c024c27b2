package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import ma.mowakaba.CenterTest;
import ma.mowakaba.contact.Outcome;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pieces of a journal that come over the network: late, twice, with a hole before them, cut anywhere. */
@CenterTest
class ShippedJournalCenterTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Switchboard switchboard;

    @Autowired
    private JournalStore store;

    @Autowired
    private JdbcClient sql;

    private String linkedid = "";
    private long inode;
    private String text = "";

    @BeforeEach
    void begin() {
        linkedid = "mw1-" + UUID.randomUUID();
        inode = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        text = String.join("\n", JournalLines.answered(linkedid)) + "\n";
    }

    @AfterEach
    void end() {
        sql.sql("delete from journal_position where exchange = 'mw2'").update();
    }

    @Test
    void aCallThatIsShippedIsToldLikeOneThatIsReadHere() {
        assertThat(send(0, text)).isEqualTo(place(200, text.length()));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> rows("state = 1") == 11);
        Switchboard.Call call = switchboard.get(new CallId(linkedid));
        assertThat(call.outcome()).contains(Outcome.ANSWERED);
        assertThat(call.talk()).contains(Duration.ofMillis(3964));
    }

    @Test
    void aPieceThatComesAgainIsKeptOnceAndAnsweredWithThePlaceThatIsNext() {
        int half = text.indexOf('\n', text.length() / 2) + 1;
        send(0, text.substring(0, half));
        assertThat(send(half, text.substring(half))).isEqualTo(place(200, text.length()));
        assertThat(send(half, text.substring(half))).isEqualTo(place(200, text.length()));
        assertThat(send(half, text.substring(half, text.length() - 1))).isEqualTo(place(409, text.length()));
        assertThat(asked()).isEqualTo(place(200, text.length()));
        assertThat(rows("1 = 1")).isEqualTo(11);
    }

    @Test
    void aPieceWithAHoleBeforeItIsRefusedWithThePlaceThatIsMissing() {
        int half = text.indexOf('\n', text.length() / 2) + 1;
        send(0, text.substring(0, half));
        int rows = rows("1 = 1");
        assertThat(send(half + 7, text.substring(half + 7))).isEqualTo(place(409, half));
        assertThat(rows("1 = 1")).isEqualTo(rows);
        assertThat(send(half, text.substring(half))).isEqualTo(place(200, text.length()));
        assertThat(rows("1 = 1")).isEqualTo(11);
    }

    @Test
    void aHalfLineIsLeftForTheNextPiece() {
        int cut = text.indexOf('\n') + 20;
        assertThat(send(0, text.substring(0, cut))).isEqualTo(place(200, text.indexOf('\n') + 1));
        assertThat(rows("1 = 1")).isEqualTo(1);
        int next = text.indexOf('\n') + 1;
        assertThat(send(next, text.substring(next))).isEqualTo(place(200, text.length()));
        assertThat(rows("1 = 1")).isEqualTo(11);
    }

    @Test
    void aFileThatBeginsAgainIsTakenFromItsBeginningAndCountsNothingTwice() {
        long before = store.unreadable();
        String spoilt = "{\"eventtype\":\"HANG\n\u0000\u0001\n" + text;
        send(0, spoilt);
        assertThat(send(0, spoilt)).isEqualTo(place(200, spoilt.length()));
        assertThat(rows("1 = 1")).isEqualTo(11);
        assertThat(store.unreadable()).isEqualTo(before + 2);
        inode++;
        assertThat(send(0, text.substring(0, 10))).isEqualTo(place(200, 0));
        assertThat(asked()).isEqualTo(place(200, 0));
    }

    @Test
    void twoExchangesHaveTheirOwnPlacesAndOnlyTheirOwnCalls() {
        send(0, text);
        String second = text.replace(linkedid, "mw2-" + linkedid);
        assertThat(send(0, "mw2", String.valueOf(inode), "cel", "mowakaba", second))
                .isEqualTo(place(200, second.length()));
        assertThat(asked()).isEqualTo(place(200, text.length()));
        linkedid = "mw2-" + linkedid;
        assertThat(rows("1 = 1")).isEqualTo(11);

        String foreign = text.replace("HANGUP", "HOLD");
        long unreadable = store.unreadable();
        send(second.length(), "mw2", String.valueOf(inode), "cel", "mowakaba", foreign);
        assertThat(store.unreadable()).isEqualTo(unreadable + 11);
        linkedid = linkedid.substring(4);
        assertThat(rows("1 = 1")).isEqualTo(11);
    }

    @Test
    void anEmptyPieceSaysOnlyThatTheExchangeIsThere() {
        send(0, text);
        assertThat(send(text.length(), "")).isEqualTo(place(200, text.length()));
        assertThat(send(0, "mw1", "0", "cel", "mowakaba", "")).isEqualTo(place(409, text.length()));
    }

    @Test
    void strangersAndWhatIsNoPieceAreRefused() {
        assertThat(send(0, "mw1", "7", "cel", "wrong", text)).startsWith("401");
        assertThat(send(0, "mw1", "7", "cel", "", text)).startsWith("401");
        assertThat(send(0, "elsewhere", "7", "cel", "mowakaba", text)).startsWith("404");
        assertThat(send(0, "mw1", "7", "passwords", "mowakaba", text)).startsWith("404");
        assertThat(send(0, "mw1", "seven", "cel", "mowakaba", text)).startsWith("400");
        assertThat(send(-1, "mw1", "7", "cel", "mowakaba", text)).startsWith("400");
        assertThat(send(0, "mw1", "7", "cel", "mowakaba", "x".repeat(262_145))).startsWith("413");
        assertThat(send(0, "mw1", "7", "cel", "mowakaba", "x".repeat(3 << 20))).startsWith("413");
        assertThat(rows("1 = 1")).isZero();
    }

    private String place(int status, long offset) {
        return status + " " + inode + " " + offset;
    }

    private String send(long offset, String piece) {
        return send(offset, "mw1", String.valueOf(inode), "cel", "mowakaba", piece);
    }

    private String send(long offset, String exchange, String number, String kind, String secret, String piece) {
        return answer(
                request("?exchange=" + exchange + "&file=" + kind + "&inode=" + number + "&offset=" + offset, secret)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(piece.getBytes(StandardCharsets.UTF_8))));
    }

    private String asked() {
        return answer(request("?exchange=mw1&file=cel", "mowakaba"));
    }

    private HttpRequest.Builder request(String query, String secret) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/telephony/journal" + query))
                .header("X-Telephony-Secret", secret);
    }

    private String answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int rows(String condition) {
        return sql.sql("select count(*) from journal_record where linkedid = ? and " + condition)
                .param(linkedid)
                .query(Integer.class)
                .single();
    }
}
