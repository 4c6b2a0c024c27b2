package ma.mowakaba.web.supervisor;

import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where mails come from, and whether they do. */
@Controller
class MailboxPages {

    private final MailboxesPart part;

    MailboxPages(MailboxesPart part) {
        this.part = part;
    }

    @GetMapping("/mails/boxes")
    String boxes(Model model, Words words) {
        model.addAttribute(part.name(), part.content(words));
        return "supervisor/mailboxes";
    }
}
