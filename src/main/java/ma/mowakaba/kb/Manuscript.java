package ma.mowakaba.kb;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An article file in its parts as somebody types them, right or wrong; written out it can always be read again.
 *
 * @param verifiedOn a day such as {@code 2026-11-23} when it is right
 * @param related slugs
 * @param body Markdown below the head
 */
public record Manuscript(
        String title,
        String domain,
        String summary,
        String audience,
        String verifiedOn,
        List<String> related,
        List<String> keywords,
        List<Article.Reference> legal,
        List<Article.Reference> sources,
        String body) {

    /** Longest text of a file, in characters. */
    public static final int LONGEST = 200_000;

    public Manuscript {
        related = List.copyOf(related);
        keywords = List.copyOf(keywords);
        legal = List.copyOf(legal);
        sources = List.copyOf(sources);
    }

    /** @return for a new article: one part with a heading, to begin with */
    public static Manuscript blank(String domain, LocalDate today, String overview) {
        return new Manuscript(
                "",
                domain,
                "",
                "",
                today.toString(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "## " + overview + " {#overview}\n");
    }

    /** @param markdown whose head is well-formed, as that of every version and of every draft is */
    static Manuscript of(String markdown) {
        return ManuscriptReader.read(markdown);
    }

    String markdown() {
        return ManuscriptWriter.write(this);
    }

    /** @return what keeps it from being published; empty when it can be read as an article of which every link leads somewhere */
    List<ArticleFault> faults(ArticleKey at, Set<String> slugs) {
        String head = ManuscriptWriter.head(this);
        List<ArticleFault> faults = new ArrayList<>(FrontMatter.faults(at.file(), head));
        try {
            ArticleParts.read(at.file(), 0, body);
        } catch (MalformedArticle wrong) {
            faults.add(wrong.fault());
        }
        faults.addAll(InternalLinks.faults(this, at.slug(), slugs));
        return List.copyOf(faults);
    }
}
