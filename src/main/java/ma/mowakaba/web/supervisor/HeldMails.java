package ma.mowakaba.web.supervisor;

import java.util.UUID;
import ma.mowakaba.mail.MailStops;
import ma.mowakaba.mail.Mailroom;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.PartMoved;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mails that became no message: why, the bytes to look into, and another attempt. */
@Controller
class HeldMails {

    private static final int SHOWN = 200;
    private static final int ASIDE = 50;

    private final Mailroom mailroom;
    private final MailStops stops;
    private final HeldPart part;
    private final ApplicationEventPublisher events;

    HeldMails(Mailroom mailroom, MailStops stops, HeldPart part, ApplicationEventPublisher events) {
        this.mailroom = mailroom;
        this.stops = stops;
        this.part = part;
        this.events = events;
    }

    @GetMapping("/mails/held")
    String list(Model model, Words words) {
        model.addAttribute("mails", mailroom.held(SHOWN));
        model.addAttribute("stops", stops.now());
        model.addAttribute("aside", mailroom.aside(ASIDE));
        model.addAttribute(part.name(), part.content(words));
        return "supervisor/held";
    }

    /** Files it if it can be filed now; the page says what became of it. */
    @PostMapping("/mails/held/{id}")
    String retry(@PathVariable UUID id, Model model, Words words) {
        model.addAttribute("receipt", mailroom.retry(id));
        events.publishEvent(new PartMoved(part.name()));
        return list(model, words);
    }

    /** Whatever was held against it: somebody looked at it. */
    @PutMapping("/mails/held/{id}/case")
    String file(@PathVariable UUID id, Model model, Words words) {
        model.addAttribute("receipt", mailroom.file(id));
        events.publishEvent(new PartMoved(part.name()));
        return list(model, words);
    }

    /** All of them, in the background: what still cannot be filed comes back. */
    @PostMapping("/mails/held")
    String retryAll(Model model, Words words) {
        model.addAttribute("reopened", mailroom.retryAll());
        events.publishEvent(new PartMoved(part.name()));
        return list(model, words);
    }

    @DeleteMapping("/mails/stops")
    String lift(@RequestParam String subject, Model model, Words words) {
        stops.lift(subject);
        return list(model, words);
    }

    /** Always a download: it may be anything. */
    @GetMapping("/mails/held/{id}/raw")
    ResponseEntity<byte[]> raw(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".eml\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(mailroom.raw(id));
    }
}
