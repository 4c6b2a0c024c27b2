package ma.mowakaba.web.supervisor;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import ma.mowakaba.calendar.BusinessCalendar;
import ma.mowakaba.mail.SecondReadings;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.ticket.MessageId;
import ma.mowakaba.web.Words;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Filed mails are read again: one from its case, or all of some days, with what has been done so far. */
@Controller
@RequestMapping("/mails/readings")
class SecondReadingPages {

    private final SecondReadings readings;
    private final BusinessCalendar calendar;
    private final Accounts accounts;

    SecondReadingPages(SecondReadings readings, BusinessCalendar calendar, Accounts accounts) {
        this.readings = readings;
        this.calendar = calendar;
        this.accounts = accounts;
    }

    /** @param who asked for it @param last the last day of it */
    record Row(SecondReadings.Order order, String who, String first, String last) {

        /** Of the bar, which is full when all is done, whatever there was. */
        public int most() {
            return Math.max(order.total(), 1);
        }

        public int done() {
            return order.finishedAt().isPresent() ? most() : order.looked();
        }
    }

    @GetMapping
    String orders(Model model, Words words) {
        var rows = readings.orders().stream()
                .map(order -> new Row(
                        order,
                        accounts.find(order.by()).map(Advisor::name).orElse(""),
                        words.date(order.from()),
                        words.date(order.until().minusSeconds(1))))
                .toList();
        model.addAttribute("orders", rows);
        model.addAttribute(
                "running",
                rows.stream().anyMatch(row -> row.order().finishedAt().isEmpty()));
        return "supervisor/readings :: orders";
    }

    /** @param last is read too */
    @PostMapping
    String order(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate first,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate last,
            Model model,
            Advisor viewer,
            Words words) {
        readings.order(
                first.atStartOfDay(calendar.zone()).toInstant(),
                last.plusDays(1).atStartOfDay(calendar.zone()).toInstant(),
                viewer.id());
        return orders(model, words);
    }

    @PostMapping("/messages/{id}")
    String again(@PathVariable UUID id, Model model, Advisor viewer, HttpServletResponse answer) {
        model.addAttribute(
                "result", readings.again(new MessageId(id), viewer.id()).name().toLowerCase(java.util.Locale.ROOT));
        answer.setHeader("HX-Trigger", "live:ticket");
        return "supervisor/readings :: read";
    }
}
