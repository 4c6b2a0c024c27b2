package ma.mowakaba.web.help;

import java.net.URI;
import ma.mowakaba.kb.Typeset;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.mail.Notices;
import ma.mowakaba.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * No more notices: a page that asks, so that programs which look at links stop nothing, and the one request that mail programs send by
 * themselves. The link is the secret.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058</a>
 */
@Controller
class HelpNotices {

    private static final String STOPPED = "?stopped=true";

    private final Notices notices;
    private final Addresses addresses;

    HelpNotices(Notices notices, Addresses addresses) {
        this.notices = notices;
        this.addresses = addresses;
    }

    @GetMapping("/help/{code}/notices/{token}")
    String ask(
            @PathVariable String code,
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean stopped,
            Model model,
            Words words) {
        check(code, token);
        Language language = Language.of(code);
        model.addAttribute(
                "head",
                new Head(
                        language,
                        words.say("help.notices"),
                        "",
                        "",
                        addresses.alternates("/notices/" + token + (stopped ? STOPPED : "")),
                        "website",
                        ""));
        model.addAttribute("t", new Typeset(language));
        model.addAttribute("stopped", stopped);
        return "help/notices";
    }

    @PostMapping("/help/{code}/notices/{token}")
    ResponseEntity<Void> stop(@PathVariable String code, @PathVariable String token) {
        check(code, token);
        notices.stop(token);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/help/" + code + "/notices/" + token + STOPPED))
                .build();
    }

    private void check(String code, String token) {
        if (!Addresses.written(code) || !notices.known(token)) {
            throw Problem.notFound("mail.notices.unknown");
        }
    }
}
