package ma.mowakaba.web.help;

import java.util.List;
import ma.mowakaba.kb.Typeset;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The ways to a person, which every public page offers: chat, mail, telephone. */
@Controller
class HelpContact {

    private final Addresses addresses;

    HelpContact(Addresses addresses) {
        this.addresses = addresses;
    }

    @GetMapping("/help/{code}/contact")
    String contact(@PathVariable String code, Model model, Words words) {
        if (!Addresses.written(code)) {
            throw Problem.notFound("article.unknown", code);
        }
        Language language = Language.of(code);
        model.addAttribute(
                "head",
                new Head(
                        language,
                        words.say("help.person"),
                        words.say("help.person.advice"),
                        addresses.whole("/help/" + code + "/contact"),
                        addresses.alternates("/contact"),
                        "website",
                        ""));
        model.addAttribute("t", new Typeset(language));
        return "help/contact";
    }

    /** @param phone as it is read; @param dial as it is dialled */
    record Ways(String phone, String dial, String mail, boolean chat) {}

    /** Puts the ways on every page of the site. */
    @ControllerAdvice(basePackageClasses = HelpContact.class)
    static class OnEveryPage {

        private final HelpSettings settings;

        OnEveryPage(HelpSettings settings) {
            this.settings = settings;
        }

        @ModelAttribute
        void ways(Model model) {
            String phone = settings.phone().strip();
            model.addAttribute(
                    "ways", new Ways(phone, phone.replaceAll("[^+0-9]", ""), settings.mail(), settings.chat()));
            model.addAttribute("written", List.of("ar", "fr"));
        }
    }
}
