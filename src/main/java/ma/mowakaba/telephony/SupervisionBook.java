package ma.mowakaba.telephony;

import static ma.mowakaba.kernel.Columns.instant;
import static ma.mowakaba.kernel.Columns.utc;
import static ma.mowakaba.kernel.Columns.uuid;

import java.time.Instant;
import java.util.List;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What supervisors did. */
@Repository
class SupervisionBook {

    private final JdbcClient sql;

    SupervisionBook(JdbcClient sql) {
        this.sql = sql;
    }

    void did(StaffId supervisor, String linkedid, String act, String detail, Instant at) {
        sql.sql("insert into call_supervision (linkedid, supervisor_id, act, detail, at) values (?, ?, ?, ?, ?)")
                .params(linkedid, supervisor.value(), act, detail, utc(at))
                .update();
    }

    /** The queue a waiting call was moved to. */
    void queue(String linkedid, String queue) {
        sql.sql("update call_record set queue = ? where linkedid = ?")
                .params(queue, linkedid)
                .update();
    }

    List<Supervision.Act> of(String linkedid) {
        return sql.sql("select * from call_supervision where linkedid = ? order by at desc, id desc limit 200")
                .param(linkedid)
                .query((row, i) -> new Supervision.Act(
                        new StaffId(uuid(row, "supervisor_id")),
                        row.getString("act"),
                        row.getString("detail"),
                        instant(row, "at")))
                .list();
    }
}
