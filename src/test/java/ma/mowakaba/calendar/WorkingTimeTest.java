package ma.mowakaba.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ma.mowakaba.calendar.Announcements.FeastYear;
import ma.mowakaba.calendar.Announcements.Known;
import ma.mowakaba.calendar.OpenHours.Opening;
import org.junit.jupiter.api.Test;

/** 2026-11-16 is a Monday; 2026-11-18 is Independence Day. */
class WorkingTimeTest {

    private static final Known NOTHING_ANNOUNCED = new Known(Instant.EPOCH, Map.of(), Map.of());
    private final WorkingTime time = calendar(NOTHING_ANNOUNCED);

    @Test
    void anHourIsAnHourWithinTheDay() {
        assertThat(due("2026-11-23T10:00:00Z", 60)).isEqualTo("2026-11-23T11:00:00Z");
    }

    @Test
    void whatDoesNotFitIntoTodayGoesOnTomorrowMorning() {
        assertThat(due("2026-11-23T16:00:00Z", 60)).isEqualTo("2026-11-24T09:00:00Z");
    }

    @Test
    void theLastMinuteOfTheDayIsDueAtClosing() {
        assertThat(due("2026-11-23T16:00:00Z", 30)).isEqualTo("2026-11-23T16:30:00Z");
    }

    @Test
    void aWeekendIsNoBusinessTime() {
        assertThat(due("2026-11-20T16:00:00Z", 60)).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(due("2026-11-21T03:00:00Z", 1)).isEqualTo("2026-11-23T08:31:00Z");
    }

    @Test
    void aHolidayIsNoBusinessTime() {
        assertThat(due("2026-11-17T16:00:00Z", 60)).isEqualTo("2026-11-19T09:00:00Z");
        assertThat(time.open(Instant.parse("2026-11-18T10:00:00Z"))).isFalse();
    }

    @Test
    void theMinutesAcrossTheZoneChangeAreRealMinutes() {
        // Friday 18 September is still at UTC+1: closing at 16:30 is 15:30Z; Monday 21 opens at 08:30Z.
        assertThat(due("2026-09-18T15:00:00Z", 60)).isEqualTo("2026-09-21T09:00:00Z");
        assertThat(time.between(Instant.parse("2026-09-18T15:00:00Z"), Instant.parse("2026-09-21T09:00:00Z")))
                .isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void ramadanHasItsOwnHours() {
        // 1448: Ramadan is expected from 2027-02-08.
        assertThat(time.open(Instant.parse("2027-02-10T08:45:00Z"))).isFalse();
        assertThat(time.open(Instant.parse("2027-02-10T09:00:00Z"))).isTrue();
        assertThat(time.open(Instant.parse("2027-02-10T15:00:00Z"))).isFalse();
        assertThat(time.open(Instant.parse("2027-01-20T15:00:00Z"))).isTrue();
    }

    @Test
    void anAnnouncedFeastMovesTheDayOffAndTheEndOfRamadan() {
        LocalDate estimate = MoroccanDays.estimate(1448, Feast.EID_AL_FITR);
        Known announced = new Known(
                Instant.EPOCH, Map.of(new FeastYear(1448, Feast.EID_AL_FITR), estimate.plusDays(1)), Map.of());

        assertThat(MoroccanDays.holiday(estimate, NOTHING_ANNOUNCED)).isPresent();
        assertThat(MoroccanDays.holiday(estimate, announced)).isEmpty();
        assertThat(MoroccanDays.ramadan(estimate, announced)).isTrue();
        assertThat(MoroccanDays.holiday(estimate.plusDays(2), announced)).isPresent();
    }

    @Test
    void whoComesAtNightIsServedInTheMorning() {
        assertThat(time.nextOpening(Instant.parse("2026-11-23T22:00:00Z"))).isEqualTo("2026-11-24T08:30:00Z");
        assertThat(time.nextOpening(Instant.parse("2026-11-24T12:00:00Z"))).isEqualTo("2026-11-24T12:00:00Z");
        assertThat(time.nextOpening(Instant.parse("2026-11-24T16:30:00Z"))).isEqualTo("2026-11-25T08:30:00Z");
    }

    @Test
    void dueAndBetweenAreInverseAndDueNeverGoesBack() {
        long seed = System.nanoTime();
        System.out.println("WorkingTimeTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            Instant start = Instant.parse("2025-01-01T00:00:00Z").plusSeconds(random.nextInt(4 * 365 * 86_400));
            long minutes = random.nextInt(5_000);
            long more = minutes + random.nextInt(600);
            Instant due = time.due(start, Duration.ofMinutes(minutes));
            Instant later = time.due(start, Duration.ofMinutes(more));
            Instant laterStart = time.due(start.plusSeconds(random.nextInt(90_000)), Duration.ofMinutes(minutes));

            assertThat(time.between(start, due))
                    .as("seed %s round %s", seed, round)
                    .isEqualTo(Duration.ofMinutes(minutes));
            assertThat(later).isAfterOrEqualTo(due);
            assertThat(laterStart).isAfterOrEqualTo(due);
        }
    }

    private Instant due(String start, long minutes) {
        return time.due(Instant.parse(start), Duration.ofMinutes(minutes));
    }

    private static WorkingTime calendar(Known known) {
        OpenHours week = OpenHours.parse(CalendarSettings.USUAL.week());
        OpenHours ramadan = OpenHours.parse(CalendarSettings.USUAL.ramadan());
        return new WorkingTime(MoroccanZone.get(), day -> openings(day, known, week, ramadan));
    }

    private static List<Opening> openings(LocalDate day, Known known, OpenHours week, OpenHours ramadan) {
        if (MoroccanDays.holiday(day, known).isPresent()) {
            return List.of();
        }
        return (MoroccanDays.ramadan(day, known) ? ramadan : week).on(day, MoroccanZone.get());
    }
}
