package ma.mowakaba.web.supervisor;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import ma.mowakaba.calendar.BusinessCalendar;
import ma.mowakaba.calendar.Feast;
import ma.mowakaba.calendar.Holidays;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The days off of a year: feasts are confirmed or moved when they are announced, single days are closed and opened again. */
@Controller
class HolidayPages {

    private final Holidays holidays;
    private final BusinessCalendar calendar;
    private final Clock clock;

    HolidayPages(Holidays holidays, BusinessCalendar calendar, Clock clock) {
        this.holidays = holidays;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/holidays")
    String year(@RequestParam Optional<Integer> year, Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        int shown = Math.clamp(year.orElse(today.getYear()), today.getYear() - 2, today.getYear() + 5);
        model.addAttribute("year", shown);
        model.addAttribute("before", Math.max(shown - 1, today.getYear() - 2));
        model.addAttribute("after", Math.min(shown + 1, today.getYear() + 5));
        model.addAttribute("feasts", holidays.feasts(shown));
        model.addAttribute("days", holidays.of(shown));
        return "supervisor/holidays";
    }

    @PutMapping("/holidays/feasts/{hijriYear}/{feast}")
    String confirm(
            @PathVariable int hijriYear,
            @PathVariable String feast,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            Model model) {
        holidays.confirm(hijriYear, Feast.valueOf(feast.toUpperCase(Locale.ROOT).replace('-', '_')), day);
        return year(Optional.of(day.getYear()), model);
    }

    @PostMapping("/holidays/closings")
    String close(@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day, @RequestParam String name, Model model) {
        holidays.close(day, name);
        return year(Optional.of(day.getYear()), model);
    }

    @DeleteMapping("/holidays/closings/{day}")
    String reopen(@PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, Model model) {
        holidays.reopen(day);
        return year(Optional.of(day.getYear()), model);
    }
}
