package ma.mowakaba.web.live;

import java.util.Map;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Paints a part with the template that painted it into the page. */
@Component
final class Painter {

    private final SpringTemplateEngine templates;

    Painter(SpringTemplateEngine templates) {
        this.templates = templates;
    }

    String paint(SharedPart part, Words words) {
        return paint(part.name(), words, Map.of(part.name(), part.content(words)));
    }

    String paint(PersonalPart part, Advisor viewer, Words words) {
        return paint(part.name(), words, Map.of(part.name(), part.content(viewer, words), "me", viewer));
    }

    private String paint(String name, Words words, Map<String, Object> model) {
        Context context = new Context(words.language().locale(), model);
        context.setVariable("w", words);
        context.setVariable("lang", words.language());
        return templates.process("part/" + name, context);
    }
}
