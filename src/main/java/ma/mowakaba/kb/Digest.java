package ma.mowakaba.kb;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What follows from an article whatever else is published.
 *
 * @param texts one for each of its languages
 * @param subject keys of the words, and ideas, of titles, summaries, keywords and laws
 * @param others keys and ideas of the rest that are not among them
 */
record Digest(List<ArticleWords> texts, IndexArticle indexed, Set<String> subject, Set<String> others) {

    static Digest of(List<ArticleWords> texts) {
        Set<String> subject = keys(texts.stream().flatMap(ArticleWords::subject));
        Set<String> others = keys(texts.stream().flatMap(text -> text.sections().stream()));
        others.removeAll(subject);
        return new Digest(texts, Passages.of(texts), subject, others);
    }

    private static Set<String> keys(Stream<AnalysedText> texts) {
        Set<String> keys = new HashSet<>();
        texts.forEach(text -> {
            text.meaning().forEach(keys::addAll);
            text.namings().forEach(naming -> keys.add(Coverage.idea(naming)));
        });
        return keys;
    }
}
