package ma.mowakaba.kb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An article in one language taken apart once, for all that is made of it.
 *
 * @param keywords in whatever way of writing each of them is
 * @param sections in the order of the text, with their headings
 */
record ArticleWords(
        ArticleText text,
        AnalysedText title,
        AnalysedText summary,
        Map<String, AnalysedText> keywords,
        List<AnalysedText> laws,
        List<AnalysedText> sections) {

    static ArticleWords of(ArticleText text, TextAnalysis analysis) {
        ArticleText.Head head = text.head();
        Map<String, AnalysedText> keywords = new LinkedHashMap<>();
        head.keywords().forEach(keyword -> keywords.put(keyword, analysis.read(keyword)));
        return new ArticleWords(
                text,
                analysis.read(head.title(), text.language()),
                analysis.read(head.summary(), text.language()),
                keywords,
                head.legal().stream()
                        .map(law -> analysis.read(law.text(), text.language()))
                        .toList(),
                text.sections().stream()
                        .map(part -> analysis.read(part.heading() + "\n" + part.text(), text.language()))
                        .toList());
    }

    /** @return what says what the article is about */
    Stream<AnalysedText> subject() {
        return Stream.of(Stream.of(title, summary), keywords.values().stream(), laws.stream())
                .flatMap(texts -> texts);
    }
}
