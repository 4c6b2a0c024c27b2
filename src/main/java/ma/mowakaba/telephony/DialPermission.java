package ma.mowakaba.telephony;

import static ma.mowakaba.kernel.Columns.utc;

import java.time.Duration;
import java.time.Instant;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.StaffId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may dial what, and how much of it. */
@Component
class DialPermission {

    private static final Duration HOUR = Duration.ofHours(1);

    private final TelephonySettings settings;
    private final DialSettings caps;
    private final Accounts accounts;
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;

    DialPermission(
            TelephonySettings settings,
            DialSettings caps,
            Accounts accounts,
            JdbcClient sql,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.caps = caps;
        this.accounts = accounts;
        this.sql = sql;
        this.events = events;
    }

    /** @throws Problem FORBIDDEN {@code call.not-advisor}, {@code call.prefix} */
    void check(StaffId advisor, PhoneNumber to) {
        if (!accounts.get(advisor).is(Role.ADVISOR)) {
            throw refused(advisor, Problem.forbidden("call.not-advisor"));
        }
        if (!settings.mayDial(to)) {
            throw refused(advisor, Problem.forbidden("call.prefix"));
        }
    }

    /**
     * Joins the transaction that stores the call, and lets others wait until it is counted.
     *
     * @throws Problem TOO_MANY {@code call.too-many-at-once}, {@code call.too-many}, {@code call.too-many-in-all}
     */
    void admit(StaffId advisor, Instant now) {
        sql.sql("select id from dial_gate where id = 1 for update")
                .query(Integer.class)
                .single();
        if (going() >= caps.atOnce()) {
            throw refused(advisor, Problem.of(Problem.Kind.TOO_MANY, "call.too-many-at-once"));
        }
        if (begun(now) >= caps.anHourInAll()) {
            throw refused(advisor, Problem.of(Problem.Kind.TOO_MANY, "call.too-many-in-all"));
        }
        if (begun(advisor, now) >= caps.anHourEach()) {
            throw refused(advisor, Problem.of(Problem.Kind.TOO_MANY, "call.too-many"));
        }
    }

    /** @return whether a call nobody asked for just now, as a callback, may begin */
    boolean room(Instant now) {
        return going() < caps.atOnce() && begun(now) < caps.anHourInAll();
    }

    private int going() {
        return sql.sql("select count(*) from call_record where ended_at is null and direction = 'out'")
                .query(Integer.class)
                .single();
    }

    private int begun(Instant now) {
        return sql.sql("select count(*) from call_record where direction = 'out' and started_at > ?")
                .param(utc(now.minus(HOUR)))
                .query(Integer.class)
                .single();
    }

    private int begun(StaffId advisor, Instant now) {
        return sql.sql("""
            select count(*) from call_record c join call_leg l on l.linkedid = c.linkedid and l.uniqueid = c.linkedid
            where c.direction = 'out' and c.started_at > ? and l.advisor_id = ?\
            """)
                .params(utc(now.minus(HOUR)), advisor.value())
                .query(Integer.class)
                .single();
    }

    private Problem refused(StaffId advisor, Problem problem) {
        events.publishEvent(new DialRefused(advisor, problem.subject()));
        return problem;
    }
}
