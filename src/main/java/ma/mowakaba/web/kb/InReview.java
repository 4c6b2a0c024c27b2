package ma.mowakaba.web.kb;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.kb.Approval;
import ma.mowakaba.kb.ArticleKey;
import ma.mowakaba.kb.ArticleStock;
import ma.mowakaba.kb.DraftState;
import ma.mowakaba.kb.EditorId;
import ma.mowakaba.kernel.Problem;

/**
 * A text in review on the list, which may be chosen among others.
 *
 * @param own whether the viewer wrote a part of it: somebody else publishes it
 */
record InReview(Approval.Seen seen, boolean own) {

    private static final Pattern VALUE = Pattern.compile("([^/]+)/(ar|fr)/(\\d{1,18})");

    static Optional<InReview> of(ArticleKey at, ArticleStock.Progress draft, EditorId me) {
        return Optional.of(draft)
                .filter(one -> one.state() == DraftState.REVIEW)
                .map(one -> new InReview(
                        new Approval.Seen(at, one.revision()), one.writers().contains(me)));
    }

    /** @return what a form sends when it is chosen, such as {@code open-branch/fr/1764319500000000} */
    public String value() {
        return String.join("/", seen.at().slug(), seen.at().language().code(), String.valueOf(seen.revision()));
    }

    /** @throws Problem INVALID {@code request.incomplete} when no list sent that */
    static Approval.Seen seen(String value) {
        Matcher parts = VALUE.matcher(value);
        if (!parts.matches()) {
            throw Problem.invalid("request.incomplete");
        }
        return new Approval.Seen(ArticlePages.key(parts.group(1), parts.group(2)), Long.parseLong(parts.group(3)));
    }
}
