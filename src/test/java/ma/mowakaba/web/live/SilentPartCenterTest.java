package ma.mowakaba.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.web.Wording;
import ma.mowakaba.web.supervisor.SilentPart;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The second exchange ships its journal, and then does not any more. */
@CenterTest
class SilentPartCenterTest {

    @Autowired
    private SilentPart part;

    @Autowired
    private Parts parts;

    @Autowired
    private Wording wording;

    @Autowired
    private JdbcClient sql;

    @AfterEach
    void end() {
        forget();
    }

    @Test
    void supervisorsReadWhichExchangeIsSilentInTheirLanguageUntilItIsHeard() {
        Map<Language, String> said = Map.of(
                Language.AR,
                "المقسم mw2 صامت",
                Language.FR,
                "Standard mw2 muet",
                Language.EN,
                "Exchange mw2 is silent");
        forget();
        sql.sql("insert into journal_position (file, exchange, inode, position, heard_at)"
                        + " values ('mw2:silence', 'mw2', 0, 0, utc_timestamp(6) - interval 1 hour)")
                .update();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> said.forEach((language, sentence) ->
                        assertThat(painted(language)).contains(sentence).contains("elapsed-time")));
        sql.sql("update journal_position set heard_at = utc_timestamp(6) where exchange = 'mw2'")
                .update();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !painted(Language.FR).contains("mw2"));
    }

    private String painted(Language language) {
        return parts.paint(part, wording.in(language));
    }

    private void forget() {
        sql.sql("delete from journal_position where exchange = 'mw2'").update();
    }
}
