package ma.mowakaba.web.workspace;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketChange;
import ma.mowakaba.ticket.TicketNumber;
import ma.mowakaba.ticket.TicketState;
import ma.mowakaba.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

/** What an advisor does with a case. */
@Controller
@RequestMapping("/tickets/{number}")
class CaseWork {

    private final Helpdesk helpdesk;
    private final CaseViews views;
    private final PartsOfCases parts;

    CaseWork(Helpdesk helpdesk, CaseViews views, PartsOfCases parts) {
        this.parts = parts;
        this.helpdesk = helpdesk;
        this.views = views;
    }

    @PutMapping("/properties")
    String change(@PathVariable String number, Properties chosen, Model model, Advisor viewer, Words words) {
        Ticket ticket = helpdesk.get(new TicketNumber(number));
        Ticket changed = helpdesk.change(ticket.id(), chosen::on, Optional.of(viewer.id()));
        model.addAttribute("case", views.of(changed, viewer, words));
        return "workspace/case :: properties";
    }

    @PostMapping("/replies")
    String reply(
            @PathVariable String number,
            @RequestParam String body,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") List<String> copies,
            @RequestParam(defaultValue = "") List<String> articles,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            Advisor viewer,
            Words words,
            HttpServletResponse answer) {
        Ticket ticket = helpdesk.get(new TicketNumber(number));
        List<String> pinned =
                articles.stream().filter(slug -> !slug.isBlank()).distinct().toList();
        helpdesk.reply(
                parts.answered(ticket, to),
                viewer.id(),
                new Helpdesk.Answer(
                        said(body), pinned, files == null ? List.of() : Uploads.of(files), addresses(copies)));
        answer.setHeader("HX-Trigger", "live:ticket");
        return written(ticket, model, viewer, words);
    }

    @PostMapping("/notes")
    String note(
            @PathVariable String number,
            @RequestParam String body,
            Model model,
            Advisor viewer,
            Words words,
            HttpServletResponse answer) {
        Ticket ticket = helpdesk.get(new TicketNumber(number));
        helpdesk.note(ticket.id(), viewer.id(), said(body));
        answer.setHeader("HX-Trigger", "live:ticket");
        return written(ticket, model, viewer, words);
    }

    @PutMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draft(@PathVariable String number, @RequestParam(defaultValue = "") String body, Advisor viewer) {
        helpdesk.saveDraft(helpdesk.get(new TicketNumber(number)).id(), viewer.id(), body);
    }

    private String written(Ticket ticket, Model model, Advisor viewer, Words words) {
        helpdesk.saveDraft(ticket.id(), viewer.id(), "");
        model.addAttribute("case", views.of(helpdesk.get(ticket.id()), viewer, words));
        return "workspace/case :: composer";
    }

    private static String said(String body) {
        if (body.isBlank()) {
            throw Problem.invalid("reply.empty");
        }
        return body.strip();
    }

    /** @param lines as he wrote them, any sign that parts addresses between them */
    private static List<EmailAddress> addresses(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split("[\\s,;،؛]+")))
                .filter(word -> !word.isEmpty())
                .map(word -> EmailAddress.parse(word).orElseThrow(() -> Problem.invalid("reply.copy-malformed", word)))
                .toList();
    }

    private static Set<String> words(String tags) {
        return Arrays.stream(tags.split("[,،\\s]+"))
                .filter(tag -> !tag.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What was chosen in the form beside a case; what was not sent stays as it is.
     *
     * @param shown what he saw there when he chose: what somebody else has changed since is not overwritten
     */
    record Properties(
            Optional<String> state,
            Optional<String> priority,
            Optional<String> domain,
            Optional<String> owner,
            Optional<String> tags,
            Optional<String> shown) {

        /** @throws Problem STALE {@code ticket.stale}, INVALID where it cannot be read */
        TicketChange on(Ticket ticket) {
            return new TicketChange(
                    chosen("state", state, TicketState::of, ticket.state()),
                    chosen("priority", priority, Priority::valueOf, ticket.priority()),
                    chosen("domain", domain, DomainCode::new, ticket.domain()),
                    chosen("owner", owner, CaseViews::owner, ticket.advisor()),
                    chosen("tags", tags, CaseWork::words, ticket.tags()),
                    Optional.empty());
        }

        private <T> Optional<T> chosen(String field, Optional<String> sent, Function<String, T> reading, T current) {
            Optional<T> wanted = sent.map(text -> read(field, text, reading)).filter(choice -> !choice.equals(current));
            if (wanted.isPresent() && !read(field, shown.orElse(""), reading).equals(current)) {
                throw Problem.stale("ticket.stale");
            }
            return wanted;
        }

        private static <T> T read(String field, String text, Function<String, T> reading) {
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException malformed) {
                throw Problem.fields(List.of(new Problem.FieldError(field, "invalid")));
            }
        }
    }
}
