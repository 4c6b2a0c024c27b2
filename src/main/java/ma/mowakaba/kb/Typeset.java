package ma.mowakaba.kb;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Runs;
import org.springframework.web.util.HtmlUtils;

/**
 * The typography of a language, put on when a page is made so that the article files stay as they are typed: the no-break spaces of French,
 * and what would be read the wrong way round: numbers of laws, telephone numbers and Latin names in Arabic, Arabic names elsewhere.
 */
public final class Typeset {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final char NO_BREAK = '\u00a0';
    private static final Pattern FRENCH_SPACE = Pattern.compile("\\s+(?=[:;!?»])"
            + "|(?<=«)\\s*(?=[^\\s\u00a0])"
            + "|(?<=[^\\s\u00a0«])(?=»)"
            + "|(?<=\\d) (?=\\d{3}(?!\\d))"
            + "|(?<=\\d) (?=(?:%|DH|dirhams?|jours?|mois|ans|heures?|membres?)(?!\\p{L}))"
            + "|(?<=\\b(?:art\\.|n°|al\\.|p\\.)) (?=\\d)");
    private static final Pattern ARABIC_FOREIGN = Pattern.compile("(?<entity>&#?[a-zA-Z0-9]+;)"
            + "|\\+\\d[\\d -]{5,}\\d"
            + "|0\\d(?:[ .-]\\d{2}){4}"
            + "|\\d{1,3}(?: \\d{3})+(?!\\d)"
            + "|\\d+(?:[-./]\\d+)+"
            + "|[\\p{IsLatin}](?:[\\p{IsLatin}\\d]|[-./@_'’ ]+(?=[\\p{IsLatin}\\d]))*+");

    private static final Pattern ARABIC_NAME = Pattern.compile(Runs.ARABIC);

    private final UnaryOperator<String> words;
    private final Language language;

    public Typeset(Language language) {
        this.language = language;
        this.words = language == Language.AR ? Typeset::arabic : text -> arabicNames(spaced(text));
    }

    /** @param html safe; its tags are left alone */
    public String html(String html) {
        StringBuilder set = new StringBuilder(html.length() + 200);
        Matcher tag = TAG.matcher(html);
        int told = 0;
        while (tag.find()) {
            set.append(words.apply(html.substring(told, tag.start()))).append(tag.group());
            told = tag.end();
        }
        return set.append(words.apply(html.substring(told))).toString();
    }

    /** @return HTML of a plain text */
    public String text(String plain) {
        return words.apply(HtmlUtils.htmlEscape(plain, "UTF-8"));
    }

    /** @return still plain: with the spaces of the language, without isolates */
    public String spaced(String plain) {
        return language == Language.FR ? french(plain) : plain;
    }

    private static String french(String text) {
        return FRENCH_SPACE.matcher(text).replaceAll(String.valueOf(NO_BREAK));
    }

    private static String arabicNames(String text) {
        return ARABIC_NAME
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement("<bdi lang=\"ar\" dir=\"rtl\">" + arabic(found.group()) + "</bdi>"));
    }

    private static String arabic(String text) {
        return ARABIC_FOREIGN
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group("entity") == null
                                ? "<bdi dir=\"ltr\">" + found.group() + "</bdi>"
                                : found.group()));
    }
}
