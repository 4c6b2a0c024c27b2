package ma.mowakaba.telephony;

import static ma.mowakaba.kernel.Columns.instant;
import static ma.mowakaba.kernel.Columns.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Each moment at which somebody put the others on hold or came back to them. The order in which they are told changes nothing. */
@Repository
class HoldBook {

    private final JdbcClient sql;

    HoldBook(JdbcClient sql) {
        this.sql = sql;
    }

    /** A row of {@code call_hold_turn}. */
    record Turn(String linkedid, String uniqueid, Instant at, boolean on) {}

    /** @return whether nobody had told it before */
    boolean turned(CallFact.Hold hold) {
        return 1
                == sql.sql("insert ignore into call_hold_turn (linkedid, uniqueid, at, held) values (?, ?, ?, ?)")
                        .params(hold.linkedid(), hold.uniqueid(), utc(hold.at()), hold.on())
                        .update();
    }

    List<Turn> of(String linkedid) {
        return of(List.of(linkedid)).getOrDefault(linkedid, List.of());
    }

    /** @return by linked id, in the order of their times; nothing for calls in which nobody was put on hold */
    Map<String, List<Turn>> of(Collection<String> linkedids) {
        return linkedids.isEmpty()
                ? Map.of()
                : sql
                        .sql("select * from call_hold_turn where linkedid in (:linkedids) order by at")
                        .param("linkedids", Columns.few(linkedids))
                        .query((row, i) -> new Turn(
                                row.getString("linkedid"),
                                row.getString("uniqueid"),
                                instant(row, "at"),
                                row.getBoolean("held")))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Turn::linkedid));
    }
}
