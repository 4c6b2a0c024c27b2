package ma.mowakaba.web.help;

import java.util.List;
import ma.mowakaba.kernel.Language;

/**
 * What a public page tells about itself to those who do not read it: search engines, and programs that show a preview.
 *
 * @param canonical its one address; empty when it has none of its own
 * @param alternates the same page in each language, and where a reader of any other language begins
 * @param type of Open Graph
 * @param data JSON-LD, fit to stand in a script element that is not executed; empty when there is none
 */
record Head(
        Language language,
        String title,
        String description,
        String canonical,
        List<Alternate> alternates,
        String type,
        String data) {

    record Alternate(String lang, String href) {}

    /** @return whether search engines are asked to keep it */
    public boolean indexed() {
        return !canonical.isEmpty();
    }
}
