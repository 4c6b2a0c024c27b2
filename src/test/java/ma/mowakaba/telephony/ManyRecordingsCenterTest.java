package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.RowsRead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A hundred thousand calls in two days, and of the last it is not known yet what was recorded. */
@CenterTest
class ManyRecordingsCenterTest {

    private final String key = "many-" + UUID.randomUUID().toString().substring(0, 8) + "-";

    @Autowired
    RecordingBook book;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void aHundredThousandCallsAreOver() {
        jdbc.sql("insert into call_record (linkedid, contact_id, direction, dialled, started_at, answered_at, ended_at,"
                        + " recording_consent, recording_decided) select concat(:key, seq), uuid(), 'in', '',"
                        + " utc_timestamp(), utc_timestamp(), utc_timestamp() - interval seq second, true, seq > 1"
                        + " from seq_1_to_100000")
                .param("key", key)
                .update();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from call_recording where linkedid = ?").param(last()).update();
        jdbc.sql("delete from call_record where linkedid like ?")
                .param(key + "%")
                .update();
    }

    @Test
    void whoLooksForRecordingsReadsOnlyTheCallsOfWhichNothingIsKnown() {
        assertThat(undecided()).containsExactly(last());
        assertThat(RowsRead.by(jdbc, transactions, this::undecided)).isLessThan(1_000);

        book.none(last(), Instant.now());
        assertThat(undecided()).isEmpty();
    }

    private String last() {
        return key + 1;
    }

    private List<String> undecided() {
        return book.undecided(Instant.now().minus(Duration.ofDays(2)), 200).stream()
                .map(CallRow::linkedid)
                .filter(call -> call.startsWith(key))
                .toList();
    }
}
