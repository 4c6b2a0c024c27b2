package ma.mowakaba.web;

import java.util.LinkedHashMap;
import java.util.Map;
import ma.mowakaba.kernel.Language;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * The rows of long live lists as they were painted: one that says the same is not painted again. So its template may show nothing but the
 * row and the words of its language; what the clock changes is shown by the browser.
 */
@Component
public final class PaintedRows {

    private static final int AT_MOST = 2_000;

    private final SpringTemplateEngine templates;
    private final Map<Key, String> painted = new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
            return size() > AT_MOST;
        }
    };

    PaintedRows(SpringTemplateEngine templates) {
        this.templates = templates;
    }

    private record Key(String name, Language language, Object row) {}

    /**
     * @param name of the template in {@code row/}, which reads {@code row}
     * @param row a value: equal rows look the same
     */
    public String of(String name, Object row, Words words) {
        Key key = new Key(name, words.language(), row);
        synchronized (painted) {
            String known = painted.get(key);
            if (known != null) {
                return known;
            }
        }
        String html = templates.process("row/" + name, context(row, words));
        synchronized (painted) {
            painted.put(key, html);
        }
        return html;
    }

    private static Context context(Object row, Words words) {
        Context context = new Context(words.language().locale());
        context.setVariable("row", row);
        context.setVariable("w", words);
        return context;
    }
}
