package ma.mowakaba.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Morocco's time whatever tzdata the JDK carries. On 2026-09-20 at 02:00 Morocco went back to UTC+0 for good, with no change in
 * Ramadan (decree 2.26.530); a JDK with tzdata older than 2026b still answers UTC+1.
 */
public final class MoroccanZone {

    private static final Logger LOG = LoggerFactory.getLogger(MoroccanZone.class);
    private static final String OFFICIAL = "Africa/Casablanca";

    /** The id under which the right rules are known when the JDK's own are outdated. */
    static final String CORRECTED = "Mowakaba/Casablanca";

    private static final ZoneOffsetTransition BACK_FOR_GOOD =
            ZoneOffsetTransition.of(LocalDateTime.of(2026, 9, 20, 2, 0), ZoneOffset.ofHours(1), ZoneOffset.UTC);

    private static final ZoneId ZONE = choose(ZoneId.of(OFFICIAL));

    private MoroccanZone() {}

    /** @return {@code Africa/Casablanca} of an up-to-date JDK, else a zone of our own with the right rules */
    public static ZoneId get() {
        return ZONE;
    }

    /** @return whether these rules do not know that Morocco stays at UTC+0 */
    static boolean outdated(ZoneRules rules) {
        Instant change = BACK_FOR_GOOD.getInstant();
        return !rules.getOffset(change).equals(ZoneOffset.UTC)
                || rules.getOffset(change.minusSeconds(1)).equals(ZoneOffset.UTC)
                || rules.nextTransition(change) != null;
    }

    /** @return the same history, and UTC+0 from the change on */
    static ZoneRules corrected(ZoneRules rules) {
        List<ZoneOffsetTransition> known = new ArrayList<>();
        Instant end = BACK_FOR_GOOD.getInstant();
        for (var next = rules.nextTransition(Instant.MIN);
                next != null;
                next = rules.nextTransition(next.getInstant())) {
            if (!next.getInstant().isBefore(end)) {
                break;
            }
            known.add(next);
        }
        ZoneOffset before = rules.getOffset(Instant.MIN);
        ZoneOffset last = known.isEmpty() ? before : known.getLast().getOffsetAfter();
        if (!last.equals(ZoneOffset.UTC)) {
            known.add(ZoneOffsetTransition.of(LocalDateTime.ofInstant(end, last), last, ZoneOffset.UTC));
        }
        return ZoneRules.of(before, before, List.of(), known, List.of());
    }

    private static ZoneId choose(ZoneId official) {
        if (!outdated(official.getRules())) {
            return official;
        }
        LOG.warn(
                "The time zone data of this JDK is older than 2026b and wrong for Morocco, which is at UTC+0 since"
                        + " 2026-09-20. The center uses its own rules as {}; update the JDK, or run its tzupdater.",
                CORRECTED);
        return CorrectedZones.register(CORRECTED, corrected(official.getRules()));
    }
}
