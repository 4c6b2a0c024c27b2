package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.contact.Outcome;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code telephony/ship} itself, on a host where files are renamed, cut and written by halves, and on a wire that breaks. */
@CenterTest
class ShipCenterTest {

    @TempDir
    Path log;

    @LocalServerPort
    private int port;

    @Autowired
    private Switchboard switchboard;

    @Autowired
    private JdbcClient sql;

    private final String linkedid = "mw1-" + UUID.randomUUID();
    private final List<String> lines = JournalLines.answered(linkedid);
    private Path cel = Path.of("");
    private Wire wire;
    private Process ship;

    @BeforeEach
    void begin() throws IOException {
        cel = Files.createDirectory(log.resolve("cel-custom")).resolve("mowakaba_cel.jsonl");
        wire = new Wire(port);
        ship = ship();
    }

    @AfterEach
    void end() {
        ship.destroy();
        wire.close();
    }

    @Test
    void aJournalIsShippedOverRenamingCuttingAndHalves() throws IOException {
        String first = lines.getFirst();
        write(cel, first.substring(0, 30));
        write(log.resolve("queue_log"), "1795460000|" + linkedid + "|general-fr|NONE|CONNECT|1|1|28\n");
        write(cel, first.substring(30) + "\n" + lines.get(1) + "\n");
        arrived(3);
        write(cel, lines.get(2) + "\n");
        Files.move(cel, cel.resolveSibling("mowakaba_cel.jsonl.1"));
        write(cel, lines.get(3) + "\n");
        arrived(5);
        Files.writeString(cel, "", StandardOpenOption.TRUNCATE_EXISTING);
        write(cel, lines.get(4) + "\n");
        arrived(6);
        write(cel, String.join("\n", lines.subList(5, lines.size())) + "\n");
        arrived(lines.size() + 1);
        soon().untilAsserted(() ->
                assertThat(switchboard.get(new CallId(linkedid)).outcome()).contains(Outcome.ANSWERED));
    }

    @Test
    void whatWasWrittenWhileTheCenterWasAwayArrivesThoughTheFileWasRenamedTwice() throws IOException {
        write(cel, String.join("\n", lines.subList(0, 3)) + "\n");
        arrived(3);
        wire.cut();
        write(cel, lines.get(3) + "\n");
        Files.move(cel, cel.resolveSibling("mowakaba_cel.jsonl.1"));
        write(cel, String.join("\n", lines.subList(4, 7)) + "\n");
        Files.move(cel.resolveSibling("mowakaba_cel.jsonl.1"), cel.resolveSibling("mowakaba_cel.jsonl.2"));
        Files.move(cel, cel.resolveSibling("mowakaba_cel.jsonl.1"));
        write(cel, String.join("\n", lines.subList(7, lines.size())) + "\n");
        wire.mend();
        arrived(lines.size());
    }

    @Test
    void anAnswerThatIsLostOrAShipperThatIsKilledMakesNothingTwice() throws IOException {
        wire.loseAnswers(1);
        write(cel, String.join("\n", lines.subList(0, 6)) + "\n");
        soon().until(() -> wire.answersToLose() == 0);
        ship.destroyForcibly();
        write(cel, String.join("\n", lines.subList(6, lines.size())) + "\n");
        ship = ship();
        arrived(lines.size());
        assertThat(sql.sql("select count(*) from journal_unreadable where line like ?")
                        .param("%" + linkedid + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aSettingThatIsMissingIsOneSentence() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "telephony/ship")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes())).isEqualTo("ship: CENTER_URL is not set\n");
        assertThat(process.waitFor()).isEqualTo(64);
    }

    private Process ship() throws IOException {
        Path settings = Files.writeString(log.resolve("settings"), "SYSTEM_NAME=mw1\nROUTE_SECRET=mowakaba\n");
        ProcessBuilder builder = new ProcessBuilder("bash", "telephony/ship", settings.toString());
        builder.environment().put("LOG", log.toString());
        builder.environment().put("CENTER_URL", wire.address().toString());
        return builder.inheritIO().start();
    }

    private void arrived(int rows) {
        soon().untilAsserted(() -> assertThat(sql.sql("select count(*) from journal_record where linkedid = ?")
                        .param(linkedid)
                        .query(Integer.class)
                        .single())
                .isEqualTo(rows));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }
}
