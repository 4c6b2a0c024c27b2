package ma.mowakaba.web.workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketFilter;
import ma.mowakaba.ticket.TicketNumber;
import ma.mowakaba.ticket.TicketState;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases, filtered and page by page. A number typed into the search opens its case. */
@Controller
class CaseList {

    private static final int PAGE = 30;
    private static final Set<TicketState> UNFINISHED =
            Arrays.stream(TicketState.values()).filter(TicketState::unfinished).collect(Collectors.toUnmodifiableSet());

    private final Helpdesk helpdesk;
    private final Names names;
    private final WorkspaceFrame frame;

    CaseList(Helpdesk helpdesk, Names names, WorkspaceFrame frame) {
        this.helpdesk = helpdesk;
        this.names = names;
        this.frame = frame;
    }

    /** What was typed and chosen; empty for anything. */
    record Search(String q, String state, String domain, String language, String channel, String owner, String sort) {

        Search {
            q = q == null ? "" : q.strip();
            state = state == null ? "unfinished" : state;
            domain = domain == null ? "" : domain;
            language = language == null ? "" : language;
            channel = channel == null ? "" : channel;
            owner = owner == null ? "" : owner;
            sort = sort == null || sort.isEmpty() ? TicketFilter.Sort.NEWEST.name() : sort;
        }

        TicketFilter filter(Advisor viewer) {
            return new TicketFilter(
                    states(),
                    given(domain).map(DomainCode::new),
                    given(language).map(Language::of),
                    "me".equals(owner) ? Optional.of(viewer.id()) : given(owner).flatMap(CaseViews::owner),
                    given(channel).map(code -> Channel.valueOf(code.toUpperCase(java.util.Locale.ROOT))),
                    Optional.empty(),
                    given(q),
                    Optional.empty(),
                    Optional.empty(),
                    TicketFilter.Sort.valueOf(sort));
        }

        private Set<TicketState> states() {
            return switch (state) {
                case "" -> Set.of();
                case "unfinished" -> q.isEmpty() ? UNFINISHED : Set.of();
                default -> Set.of(TicketState.of(state));
            };
        }

        private static Optional<String> given(String text) {
            return text.isBlank() ? Optional.empty() : Optional.of(text);
        }
    }

    record Row(Ticket ticket, String who, String owner, String domain, boolean late) {}

    @GetMapping("/tickets")
    String list(Search search, @RequestParam Optional<String> cursor, Model model, Advisor viewer, Words words) {
        if (search.q().matches("20[0-9]{2}-[0-9]{6,9}")) {
            return "redirect:/tickets/"
                    + helpdesk.get(new TicketNumber(search.q())).number();
        }
        Page<Ticket> page =
                helpdesk.list(search.filter(viewer), new Page.Request(cursor.filter(c -> !c.isEmpty()), PAGE));
        model.addAttribute("search", search);
        model.addAttribute(
                "rows", page.items().stream().map(ticket -> row(ticket, words)).toList());
        model.addAttribute("next", page.next().orElse(""));
        model.addAttribute("owners", names.owners(Optional.empty()));
        model.addAttribute("stateChoices", states(words));
        frame.fill(model, viewer, words);
        return "workspace/cases";
    }

    private Row row(Ticket ticket, Words words) {
        return new Row(
                ticket,
                ticket.requester().map(names::person).orElse(""),
                ticket.advisor().map(this::owner).orElse(""),
                words.domain(ticket.domain()),
                CaseViews.late(ticket, words));
    }

    private String owner(StaffId id) {
        return names.colleague(id);
    }

    private static List<Words.Choice> states(Words words) {
        return Arrays.stream(TicketState.values())
                .map(state -> new Words.Choice(state.code(), words.say("web.state." + state.code())))
                .toList();
    }
}
