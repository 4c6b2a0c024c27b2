package ma.mowakaba.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Uses days of 2041 and later, which no other test looks at. */
@CenterTest
class HolidaysCenterTest {

    @Autowired
    Holidays holidays;

    @Autowired
    BusinessCalendar calendar;

    @Test
    void theFixedDaysOf2026AreAllThere() {
        assertThat(holidays.of(2026))
                .filteredOn(day -> day.origin() == Holidays.Origin.FIXED)
                .extracting(day -> day.day().toString())
                .contains(
                        "2026-01-01",
                        "2026-01-11",
                        "2026-01-14",
                        "2026-05-01",
                        "2026-07-30",
                        "2026-08-14",
                        "2026-08-20",
                        "2026-08-21",
                        "2026-10-31",
                        "2026-11-06",
                        "2026-11-18");
        assertThat(holidays.of(2024)).extracting(Holidays.Holiday::name).doesNotContain("unity-day");
    }

    @Test
    void aConfirmedFeastIsNoEstimateAnyMore() {
        LocalDate moved = MoroccanDays.estimate(1470, Feast.EID_AL_ADHA).plusDays(1);
        holidays.confirm(1470, Feast.EID_AL_ADHA, moved);

        assertThat(holidays.of(moved.getYear()))
                .contains(
                        new Holidays.Holiday(moved, "eid-al-adha", Holidays.Origin.CONFIRMED),
                        new Holidays.Holiday(moved.plusDays(1), "eid-al-adha", Holidays.Origin.CONFIRMED));
    }

    @Test
    void aYearHasItsFeastsAndItsMonthOfFastingUntilTheyAreConfirmedAsEstimates() {
        assertThat(holidays.feasts(2043))
                .extracting(Holidays.Moved::feast)
                .containsExactlyInAnyOrder(Feast.values())
                .isSortedAccordingTo(java.util.Comparator.comparing(feast -> holidays.feasts(2043).stream()
                        .filter(moved -> moved.feast() == feast)
                        .findFirst()
                        .orElseThrow()
                        .firstDay()));
        Holidays.Moved mawlid = holidays.feasts(2043).stream()
                .filter(moved -> moved.feast() == Feast.MAWLID)
                .findFirst()
                .orElseThrow();
        assertThat(mawlid.confirmed()).isFalse();

        LocalDate announced = mawlid.firstDay().minusDays(1);
        holidays.confirm(mawlid.hijriYear(), Feast.MAWLID, announced);
        assertThat(holidays.feasts(2043))
                .contains(new Holidays.Moved(mawlid.hijriYear(), Feast.MAWLID, announced, mawlid.estimate(), true));
    }

    @Test
    void aFeastCannotBeMovedByAWeek() {
        LocalDate far = MoroccanDays.estimate(1471, Feast.MAWLID).plusDays(7);

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> holidays.confirm(1471, Feast.MAWLID, far));
    }

    @Test
    void aDayClosedOnceMovesADueTimeUntilItIsReopened() {
        LocalDate tuesday = LocalDate.of(2041, 10, 8);
        Instant monday = Instant.parse("2041-10-07T16:00:00Z");
        holidays.close(tuesday, "Inventaire");
        assertThat(calendar.due(BusinessCalendar.DEFAULT, monday, 60)).isEqualTo("2041-10-09T09:00:00Z");

        holidays.reopen(tuesday);
        assertThat(calendar.due(BusinessCalendar.DEFAULT, monday, 60)).isEqualTo("2041-10-08T09:00:00Z");
    }

    @Test
    void anUnknownCalendarIsRefused() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> calendar.open("moon", Instant.parse("2026-11-23T10:00:00Z")))
                .satisfies(refusal -> assertThat(refusal.subject()).isEqualTo("calendar.unknown"));
    }
}
