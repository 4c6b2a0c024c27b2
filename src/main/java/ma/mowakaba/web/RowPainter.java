package ma.mowakaba.web;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Paints one row of a long live list, so that a list of which one row changed is not painted again from its first row to its last. */
@Component
public final class RowPainter {

    private final SpringTemplateEngine templates;

    RowPainter(SpringTemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * @param name of the template in {@code row/}, which reads {@code row} and the words of its language and nothing else: what the clock
     *     changes is shown by the browser
     */
    public String paint(String name, Object row, Words words) {
        Context context = new Context(words.language().locale());
        context.setVariable("row", row);
        context.setVariable("w", words);
        return templates.process("row/" + name, context);
    }
}
