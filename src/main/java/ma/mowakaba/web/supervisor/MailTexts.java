package ma.mowakaba.web.supervisor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.mail.MailTemplates;
import ma.mowakaba.mail.MailTemplates.Fault;
import ma.mowakaba.mail.MailTemplates.Kind;
import ma.mowakaba.mail.MailTemplates.Template;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The texts of automatic mails: all languages of one side by side, each kept by itself, seen as its reader will see it. */
@Controller
@RequestMapping("/mails/texts")
class MailTexts {

    /** As for a stranger's mail: nothing runs, nothing is fetched. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none';"
            + " frame-ancestors 'self'; sandbox allow-same-origin";

    private final MailTemplates templates;
    private final Accounts accounts;

    MailTexts(MailTemplates templates, Accounts accounts) {
        this.templates = templates;
        this.accounts = accounts;
    }

    /** @param text as it stands in the field, kept or not @param by who wrote it and when; empty for a delivered text */
    record Side(Language language, String text, long version, String by, List<String> faults, boolean kept) {}

    @GetMapping
    String first(Model model, Words words) {
        return show(Kind.ACKNOWLEDGEMENT.code(), model, words);
    }

    @GetMapping("/{kind}")
    String show(@PathVariable String kind, Model model, Words words) {
        return page(Kind.of(kind), Optional.empty(), model, words);
    }

    @PutMapping("/{kind}/{language}")
    String keep(
            @PathVariable String kind,
            @PathVariable String language,
            @RequestParam String text,
            @RequestParam long version,
            Model model,
            Advisor viewer,
            Words words) {
        Kind of = Kind.of(kind);
        List<Fault> faults = templates.faults(of, text);
        if (faults.isEmpty()) {
            templates.write(of, Language.of(language), text, version, viewer.id());
        }
        Side typed = new Side(Language.of(language), text, version, "", told(faults, words), faults.isEmpty());
        return page(of, Optional.of(typed), model, words);
    }

    @DeleteMapping("/{kind}/{language}")
    String restore(
            @PathVariable String kind,
            @PathVariable String language,
            @RequestParam long version,
            Model model,
            Words words) {
        templates.restore(Kind.of(kind), Language.of(language), version);
        return page(Kind.of(kind), Optional.empty(), model, words);
    }

    /** For a frame. */
    @PostMapping("/{kind}/{language}/preview")
    ResponseEntity<String> preview(
            @PathVariable String kind, @PathVariable String language, @RequestParam String text) {
        String mail = templates.preview(Kind.of(kind), Language.of(language), text);
        return ResponseEntity.ok()
                .header("Content-Security-Policy", POLICY)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(mail.replaceAll(" style=\"[^\"]*\"", "")
                        .replaceFirst("</head>", "<link rel=\"stylesheet\" href=\"/css/mail.css\"></head>"));
    }

    /** @param typed stands in its field while it has faults; what others typed meanwhile is not lost by it */
    private String page(Kind kind, Optional<Side> typed, Model model, Words words) {
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("kind", kind);
        model.addAttribute(
                "sides",
                templates.of(kind).stream().map(one -> side(one, typed, words)).toList());
        return "supervisor/mail-texts";
    }

    private Side side(Template stored, Optional<Side> typed, Words words) {
        Optional<Side> his = typed.filter(one -> one.language() == stored.language());
        String by = stored.written()
                .map(written -> words.say("web.texts.by", name(written), words.time(written.at())))
                .orElse("");
        boolean faulty = his.filter(one -> !one.kept()).isPresent();
        return new Side(
                stored.language(),
                faulty ? his.get().text() : stored.text(),
                faulty ? his.get().version() : stored.version(),
                by,
                his.map(Side::faults).orElse(List.of()),
                his.map(Side::kept).orElse(false));
    }

    private String name(MailTemplates.Written written) {
        try {
            return accounts.get(written.by()).name();
        } catch (Problem gone) {
            return "–";
        }
    }

    private static List<String> told(List<Fault> faults, Words words) {
        return faults.stream()
                .map(fault -> words.say("mail.template.fault." + fault.code(), fault.about()))
                .toList();
    }
}
