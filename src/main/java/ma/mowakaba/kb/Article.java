package ma.mowakaba.kb;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;

/**
 * One version of an article in one language.
 *
 * @param html safe, made from the Markdown
 * @param verifiedOn the day its sources were last checked
 */
public record Article(
        String slug,
        Language language,
        int version,
        String title,
        String summary,
        String audience,
        DomainCode domain,
        String html,
        List<Part> parts,
        List<String> steps,
        List<String> documents,
        List<String> deadlines,
        List<String> fees,
        List<String> where,
        List<Reference> legal,
        List<Reference> sources,
        List<String> related,
        LocalDate verifiedOn,
        Instant updatedAt) {

    /** @param url empty string where the source has no address */
    public record Reference(String text, String url) {}

    /** A section. @param anchor such as {@code steps}; @param text plain */
    public record Part(String anchor, String heading, String html, String text) {}
}
