package ma.mowakaba.web.workspace;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import ma.mowakaba.radar.GapRadar;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketNumber;
import ma.mowakaba.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One case: whole page, pane, or the pieces of it that are fetched again when it changes. */
@Controller
@RequestMapping("/tickets/{number}")
class CaseScreen {

    private final Helpdesk helpdesk;
    private final CaseViews views;
    private final WorkspaceFrame frame;
    private final Suggestions suggestions;
    private final Colleagues colleagues;

    CaseScreen(
            Helpdesk helpdesk, CaseViews views, WorkspaceFrame frame, Suggestions suggestions, Colleagues colleagues) {
        this.helpdesk = helpdesk;
        this.views = views;
        this.frame = frame;
        this.suggestions = suggestions;
        this.colleagues = colleagues;
    }

    @GetMapping
    String show(
            @PathVariable String number,
            @RequestHeader("HX-Target") Optional<String> target,
            @RequestParam(defaultValue = "") String part,
            Model model,
            Advisor viewer,
            Words words,
            HttpServletResponse answer) {
        Ticket asked = ticket(number);
        Ticket surviving = asked.mergedInto().isEmpty() ? asked : helpdesk.surviving(asked.id());
        boolean pane = target.filter("pane"::equals).isPresent();
        if (asked.mergedInto().isPresent() && !pane) {
            return "redirect:/tickets/" + surviving.number() + "?part=" + asked.number();
        }
        CaseViews.Case shown = views.of(surviving, viewer, words);
        model.addAttribute("case", shown);
        model.addAttribute("soughtPart", shown.parts().named(asked.mergedInto().isPresent() ? number : part));
        if (pane) {
            answer.setHeader("HX-Push-Url", "/tickets/" + surviving.number());
            return "workspace/case :: case";
        }
        frame.fill(model, viewer, words);
        return "workspace/workspace";
    }

    @GetMapping("/head")
    String head(@PathVariable String number, Model model, Advisor viewer, Words words) {
        model.addAttribute("case", views.of(ticket(number), viewer, words));
        return "workspace/case :: head";
    }

    @GetMapping("/timeline")
    String timeline(@PathVariable String number, Model model, Advisor viewer, Words words) {
        model.addAttribute("case", views.of(ticket(number), viewer, words));
        return "workspace/case :: timeline";
    }

    /**
     * @param version that is shown; where it is the case's still, nothing is laid over what somebody may be choosing at this moment
     * @return null for no content
     */
    @GetMapping("/properties")
    @Nullable
    String properties(
            @PathVariable String number,
            @RequestParam Optional<Long> version,
            Model model,
            Advisor viewer,
            Words words,
            HttpServletResponse answer) {
        Ticket ticket = ticket(number);
        if (version.filter(shown -> shown == ticket.version()).isPresent()) {
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        model.addAttribute("case", views.of(ticket, viewer, words));
        return "workspace/case :: properties";
    }

    /** @return null for no content */
    @GetMapping("/suggestions")
    @Nullable
    String suggestions(
            @PathVariable String number, Suggestions.Wanted wanted, Model model, HttpServletResponse answer) {
        Ticket ticket = ticket(number);
        Optional<String> own = wanted.own();
        CaseViews.Questions wrote = own.isPresent() ? CaseViews.Questions.NONE : views.questions(ticket);
        Optional<GapRadar.Asked> asked = own.map(text -> GapRadar.Asked.byAdvisor(ticket.id(), text))
                .or(() -> wrote.last().map(text -> GapRadar.Asked.inCase(ticket.id(), text)));
        if (wanted.stands(asked)) {
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        model.addAttribute("number", number);
        model.addAttribute("mailable", views.mailable(ticket));
        suggestions.fill(model, asked, wrote.first(), ticket.language());
        return "workspace/suggestions :: suggestions";
    }

    /** Who else has it open. */
    @GetMapping("/viewers")
    String viewers(@PathVariable String number, Model model, Advisor viewer) {
        model.addAttribute("others", colleagues.alsoLookingAt(ticket(number).id(), viewer));
        return "workspace/case :: viewers";
    }

    private Ticket ticket(String number) {
        return helpdesk.get(new TicketNumber(number));
    }
}
