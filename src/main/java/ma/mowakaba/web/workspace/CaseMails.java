package ma.mowakaba.web.workspace;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kb.Library;
import ma.mowakaba.mail.MailTemplates;
import ma.mowakaba.mail.MailTemplates.Kind;
import ma.mowakaba.mail.MailTemplates.Placeholder;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketNumber;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What leaves a case by mail beside answers, in the requester's language; what is being written meanwhile stays. */
@Controller
@RequestMapping("/tickets/{number}")
class CaseMails {

    private final Helpdesk helpdesk;
    private final Library library;
    private final MailTemplates templates;
    private final Transcripts transcripts;

    CaseMails(Helpdesk helpdesk, Library library, MailTemplates templates, Transcripts transcripts) {
        this.helpdesk = helpdesk;
        this.library = library;
        this.templates = templates;
        this.transcripts = transcripts;
    }

    /** All of an article. */
    @PostMapping("/articles")
    String article(
            @PathVariable String number,
            @RequestParam String slug,
            Model model,
            Advisor viewer,
            HttpServletResponse answer) {
        Ticket ticket = helpdesk.get(new TicketNumber(number));
        Article article = library.article(slug, ticket.language());
        Map<Placeholder, String> values = MailTemplates.values();
        values.put(Placeholder.ARTICLE, article.title());
        values.put(Placeholder.NUMBER, ticket.number().value());
        helpdesk.mailArticle(ticket.id(), viewer.id(), templates.fill(Kind.ARTICLE, article.language(), values), slug);
        answer.setHeader("HX-Trigger", "live:ticket");
        model.addAttribute("mailed", article.title());
        return "workspace/suggestions :: mailed";
    }

    /** All that was said in the case, whatever it was said by; no note. */
    @PostMapping("/transcript")
    String transcript(
            @PathVariable String number, Model model, Advisor viewer, Words words, HttpServletResponse answer) {
        Ticket ticket = helpdesk.get(new TicketNumber(number));
        helpdesk.mailTranscript(ticket.id(), viewer.id(), transcripts.of(ticket, words.in(ticket.language())));
        answer.setHeader("HX-Trigger", "live:ticket");
        return "workspace/case :: transcribed";
    }
}
