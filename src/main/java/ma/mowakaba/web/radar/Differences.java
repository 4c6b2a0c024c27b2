package ma.mowakaba.web.radar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kb.RuleChanges.Stated;

/** What two versions of an article state differently. */
final class Differences {

    private Differences() {}

    /** @param gone lines of the old version only; @param fresh lines of the new one only */
    record Difference(Stated stated, List<String> gone, List<String> fresh) {

        /** @return of its message: {@code radar.stated.<code>} */
        public String code() {
            return stated.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static List<Difference> between(Article old, Article now) {
        List<Difference> differences = new ArrayList<>();
        for (Stated stated : Stated.values()) {
            List<String> before = lines(old, stated);
            List<String> after = lines(now, stated);
            if (!before.equals(after)) {
                differences.add(new Difference(stated, without(before, after), without(after, before)));
            }
        }
        return differences;
    }

    private static List<String> lines(Article article, Stated stated) {
        return switch (stated) {
            case DEADLINES -> article.deadlines();
            case FEES -> article.fees();
            case DOCUMENTS -> article.documents();
            case SOURCES ->
                Stream.concat(article.legal().stream(), article.sources().stream())
                        .map(source -> (source.text() + " " + source.url()).strip())
                        .toList();
        };
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }
}
