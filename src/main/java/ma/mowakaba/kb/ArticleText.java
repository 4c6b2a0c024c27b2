package ma.mowakaba.kb;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;

/** What one article file says, read and checked. */
record ArticleText(String slug, Language language, Head head, List<Section> sections) {

    /** The front matter. */
    record Head(
            String title,
            DomainCode domain,
            String summary,
            String audience,
            LocalDate verifiedOn,
            List<String> related,
            List<String> keywords,
            List<Article.Reference> legal,
            List<Article.Reference> sources) {}

    /**
     * A part.
     *
     * @param items of its lists, plain text; empty where it has none
     */
    record Section(String anchor, String heading, String html, String text, List<String> items) {}

    Article at(int version, Instant updatedAt) {
        return new Article(
                slug,
                language,
                version,
                head.title,
                head.summary,
                head.audience,
                head.domain,
                html(),
                sections.stream()
                        .map(s -> new Article.Part(s.anchor, s.heading, s.html, s.text))
                        .toList(),
                items("steps"),
                items("documents"),
                items("deadlines"),
                items("fees"),
                items("where"),
                head.legal,
                head.sources,
                head.related,
                head.verifiedOn,
                updatedAt);
    }

    private String html() {
        return sections.stream().map(Section::html).collect(Collectors.joining());
    }

    private List<String> items(String anchor) {
        return sections.stream()
                .filter(section -> section.anchor.equals(anchor))
                .flatMap(section -> section.items.stream())
                .toList();
    }
}
