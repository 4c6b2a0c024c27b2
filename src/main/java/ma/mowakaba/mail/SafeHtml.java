package ma.mowakaba.mail;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** HTML of strangers made harmless: shape and links stay, with their direction and language; images only when they came with the mail. */
final class SafeHtml {

    private static final Pattern SIZE = Pattern.compile("[0-9]{1,4}%?");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");
    private static final Pattern INLINE_IMAGE = Pattern.compile("(?i)cid:[^\\s\"'<>]{1,300}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowCommonInlineFormattingElements()
            .allowCommonBlockElements()
            .allowElements("span", "pre", "hr", "bdi", "bdo", "a", "img")
            .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
            .allowAttributes("dir")
            .matching(true, "rtl", "ltr", "auto")
            .globally()
            .allowAttributes("lang")
            .matching(LANGUAGE)
            .globally()
            .allowAttributes("colspan", "rowspan")
            .matching(SIZE)
            .onElements("td", "th")
            .allowStandardUrlProtocols()
            .allowUrlProtocols("cid", "tel")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .allowAttributes("src")
            .matching(INLINE_IMAGE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(SIZE)
            .onElements("img")
            .disallowWithoutAttributes("img", "a")
            .toFactory();

    private SafeHtml() {}

    static String of(String html) {
        return POLICY.sanitize(html);
    }
}
