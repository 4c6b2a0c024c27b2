package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.mowakaba.Center;
import ma.mowakaba.CenterTest;
import ma.mowakaba.Fresh;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Capacity;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.StaffId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Toll fraud: who may dial what, and how much of it. */
@CenterTest
class DialPermissionCenterTest {

    @Autowired
    private TelephonySettings settings;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private CallBook book;

    @Autowired
    private Callers callers;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private final List<DialRefused> told = new ArrayList<>();

    @Test
    void onlyAdvisorsDialAndOnlyWhereThePrefixIsAllowed() {
        DialPermission permission = permission(new DialSettings(5, 5000, 5000));
        StaffId supervisor = somebody(Role.SUPERVISOR);
        StaffId advisor = somebody(Role.ADVISOR);
        PhoneNumber mobile = number("0661998877");
        permission.check(advisor, mobile);
        refused("call.not-advisor", () -> permission.check(supervisor, mobile));
        refused("call.prefix", () -> permission.check(advisor, number("+33836656565")));
        refused("call.prefix", () -> permission.check(advisor, number("0898123456")));
        assertThat(told).extracting(DialRefused::why).containsExactly("call.not-advisor", "call.prefix", "call.prefix");
    }

    @Test
    void ofManyAtOnceExactlyTheAllowedOnesBegin() throws Exception {
        DialPermission permission = permission(new DialSettings(3, 5000, 5000));
        StaffId advisor = somebody(Role.ADVISOR);
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(() -> begins(permission, advisor));
        }
        int begun = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> one : threads.invokeAll(all)) {
                begun += one.get() ? 1 : 0;
            }
        }
        assertThat(begun).isEqualTo(3);
        sql.sql("update call_record set started_at = started_at - interval 61 minute where linkedid like ?")
                .param("cap-" + advisor + "%")
                .update();
        assertThat(begins(permission, advisor)).as("an hour later").isTrue();
    }

    @Test
    void theCenterHasALimitOfItsOwnAndOneForWhatGoesOnAtOnce() {
        StaffId advisor = somebody(Role.ADVISOR);
        int begun = count("started_at > utc_timestamp() - interval 1 hour");
        DialPermission inAll = permission(new DialSettings(5000, begun + 1, 5000));
        assertThat(begins(inAll, advisor)).isTrue();
        refused(
                "call.too-many-in-all",
                () -> transaction.executeWithoutResult(s -> inAll.admit(advisor, Columns.now(clock))));
        assertThat(inAll.room(Columns.now(clock))).isFalse();
        DialPermission atOnce = permission(new DialSettings(5000, 5000, count("ended_at is null")));
        refused(
                "call.too-many-at-once",
                () -> transaction.executeWithoutResult(s -> atOnce.admit(advisor, Columns.now(clock))));
        assertThat(atOnce.room(Columns.now(clock))).isFalse();
        sql.sql("update call_record set ended_at = started_at, over_at = started_at, outcome = 'TIMEOUT' where"
                        + " linkedid like ?")
                .param("cap-" + advisor + "%")
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0661998877\r\nAction: Originate\r\nApplication: System",
                "0661998877,1,System(id)",
                "0661998877@from-trunk",
                "0661998877&PJSIP/0033836656565@carrier",
                "${SHELL(id)}",
                "PJSIP/1001",
                "0661998877 or 1=1"
            })
    void textThatIsNotANumberIsRefusedAndNothingIsDialled(String to) {
        int before = count("1 = 1");
        Center center = Center.at(port);
        assertThat(center.post("/api/calls", Map.of("to", to, "advisor", "advisor"))
                        .status())
                .isEqualTo(400);
        assertThat(count("1 = 1")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0661998877/n", "+212661998877;isub=1", "0661998877\u0000", "(0661) 99-88.77"})
    void ofTextAroundANumberTheNumberAloneIsDialled(String to) {
        Center.Answer answer = Center.at(port).post("/api/calls", Map.of("to", to, "advisor", "advisor2"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("number").asString()).isEqualTo("+212661998877");
    }

    private boolean begins(DialPermission permission, StaffId advisor) {
        try {
            transaction.executeWithoutResult(status -> {
                permission.admit(advisor, Columns.now(clock));
                String linkedid =
                        "cap-" + advisor + "-" + UUID.randomUUID().toString().substring(0, 8);
                callers.callOut(linkedid, number("0661998877"), Columns.now(clock));
                book.rang(LegRow.of(
                        linkedid,
                        new CallFact.Party(linkedid, "PJSIP/9"),
                        LegRow.ADVISOR,
                        Optional.of(advisor),
                        Columns.now(clock)));
            });
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    private int count(String condition) {
        return sql.sql("select count(*) from call_record where direction = 'out' and " + condition)
                .query(Integer.class)
                .single();
    }

    private DialPermission permission(DialSettings caps) {
        return new DialPermission(settings, caps, accounts, sql, event -> told.add((DialRefused) event));
    }

    private static PhoneNumber number(String text) {
        return PhoneNumber.parse(text).orElseThrow();
    }

    private static void refused(String subject, org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
        assertThatThrownBy(asked).isInstanceOf(Problem.class).hasMessageContaining(subject);
    }

    private StaffId somebody(Role role) {
        String name = "d" + UUID.randomUUID().toString().substring(0, 8);
        return accounts.create(
                new Advisor(
                        new StaffId(UUID.randomUUID()),
                        name,
                        "Dial " + name,
                        Language.FR,
                        Set.of(role),
                        Optional.of(Fresh.extension(9)),
                        Set.of(),
                        Capacity.USUAL),
                "a long enough password 7!");
    }
}
