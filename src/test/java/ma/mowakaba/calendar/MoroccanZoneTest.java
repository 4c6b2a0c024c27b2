package ma.mowakaba.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoroccanZoneTest {

    private static final ZoneOffset ONE = ZoneOffset.ofHours(1);

    /** What tzdata 2026a says: UTC+1 but in Ramadan, on and on. */
    private static final ZoneRules OLD = ZoneRules.of(
            ONE,
            ONE,
            List.of(),
            List.of(
                    change("2026-02-15T03:00", ONE, ZoneOffset.UTC),
                    change("2026-03-22T02:00", ZoneOffset.UTC, ONE),
                    change("2027-02-07T03:00", ONE, ZoneOffset.UTC),
                    change("2027-03-14T02:00", ZoneOffset.UTC, ONE)),
            List.of());

    @Test
    void oldRulesAreNoticed() {
        assertThat(MoroccanZone.outdated(OLD)).isTrue();
        assertThat(MoroccanZone.outdated(ZoneRules.of(ZoneOffset.UTC))).isTrue();
        assertThat(MoroccanZone.outdated(MoroccanZone.corrected(OLD))).isFalse();
    }

    @Test
    void correctedRulesKeepTheHistoryAndStayAtUtcAfterTheChange() {
        ZoneRules rules = MoroccanZone.corrected(OLD);

        assertThat(rules.getOffset(Instant.parse("2026-02-14T12:00:00Z"))).isEqualTo(ONE);
        assertThat(rules.getOffset(Instant.parse("2026-03-01T12:00:00Z"))).isEqualTo(ZoneOffset.UTC);
        assertThat(rules.getOffset(Instant.parse("2026-09-20T00:59:59Z"))).isEqualTo(ONE);
        assertThat(rules.getOffset(Instant.parse("2026-09-20T01:00:00Z"))).isEqualTo(ZoneOffset.UTC);
        assertThat(rules.getOffset(Instant.parse("2027-01-01T12:00:00Z"))).isEqualTo(ZoneOffset.UTC);
        assertThat(rules.getOffset(Instant.parse("2027-07-01T12:00:00Z"))).isEqualTo(ZoneOffset.UTC);
        assertThat(rules.nextTransition(Instant.parse("2026-09-20T01:00:00Z"))).isNull();
    }

    @Test
    void theZoneInUseIsRightOnThisJdkToo() {
        ZoneRules rules = MoroccanZone.get().getRules();

        assertThat(MoroccanZone.outdated(rules)).isFalse();
        assertThat(rules.getOffset(Instant.parse("2026-11-23T12:00:00Z"))).isEqualTo(ZoneOffset.UTC);
        assertThat(rules.getOffset(Instant.parse("2025-07-01T12:00:00Z"))).isEqualTo(ONE);
        assertThat(rules.getOffset(Instant.parse("2025-03-15T12:00:00Z"))).isEqualTo(ZoneOffset.UTC);
        assertThat(rules.getOffset(Instant.parse("1990-01-01T12:00:00Z"))).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void correctedRulesCanBeUsedByName() {
        ZoneId zone = CorrectedZones.register("Mowakaba/Trial", MoroccanZone.corrected(OLD));
        CorrectedZones.register("Mowakaba/Trial", MoroccanZone.corrected(OLD));

        assertThat(LocalDateTime.ofInstant(Instant.parse("2026-12-01T08:30:00Z"), zone))
                .isEqualTo("2026-12-01T08:30");
    }

    private static ZoneOffsetTransition change(String at, ZoneOffset before, ZoneOffset after) {
        return ZoneOffsetTransition.of(LocalDateTime.parse(at), before, after);
    }
}
