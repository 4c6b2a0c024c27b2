package ma.mowakaba.kb;

import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;

/**
 * An article in one language.
 *
 * @param slug its name for ever: 2 to 80 characters of a–z, 0–9 and hyphen, beginning with a letter
 * @param language Arabic or French
 */
public record ArticleKey(String slug, Language language) {

    public ArticleKey {
        if (!slug.matches("[a-z][a-z0-9-]{1,79}")) {
            throw Problem.invalid("article.slug", slug);
        }
        if (language != Language.AR && language != Language.FR) {
            throw Problem.invalid("article.language");
        }
    }

    public ArticleKey in(Language other) {
        return new ArticleKey(slug, other);
    }

    /** @return the same article in the other of the two languages */
    public ArticleKey pair() {
        return in(language == Language.AR ? Language.FR : Language.AR);
    }

    /** @return such as {@code create-association/fr.md} */
    String file() {
        return slug + "/" + language.code() + ".md";
    }
}
