package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What the classifier knows before anybody corrects it: the articles, the names of the subjects, the judged questions. */
final class Schooling {

    /**
     * @param weight how often it counts
     * @param telling whether its words are words of the subjects, and not only of a long text
     */
    record Example(String domain, Traits traits, double weight, boolean telling) {}

    /** @param strange whether no subject answers it: nothing is learned from it, but it must stay with the general queue */
    record Question(Example example, boolean strange) {}

    private final TextAnalysis analysis;
    private final List<Example> basics = new ArrayList<>();
    private final List<Question> questions;

    Schooling(TextAnalysis analysis, Collection<Digest> articles, List<RelevanceQuestion> questions) {
        this.analysis = analysis;
        articles.forEach(article -> article.texts().forEach(this::add));
        for (List<String> row : Tables.rows("analysis/domains.tsv")) {
            row.subList(1, row.size())
                    .forEach(cell ->
                            Tables.variants(cell).forEach(phrase -> add(row.getFirst(), analysis.read(phrase), 2)));
        }
        this.questions = questions.stream()
                .map(one -> new Question(
                        example(one.domain().value(), analysis.read(one.text()), 2),
                        one.slug().equals("-")))
                .toList();
    }

    /** @return all that is learned from */
    List<Example> examples() {
        return Stream.concat(basics.stream(), known(questions)).toList();
    }

    /** @return what is learned from when these questions are all that is known */
    List<Example> examples(List<Question> only) {
        return Stream.concat(basics.stream(), known(only)).toList();
    }

    List<Question> questions() {
        return questions;
    }

    TextAnalysis analysis() {
        return analysis;
    }

    private static Stream<Example> known(List<Question> questions) {
        return questions.stream().filter(question -> !question.strange).map(Question::example);
    }

    private void add(ArticleWords article) {
        String domain = article.text().head().domain().value();
        add(domain, article.title(), 2);
        add(domain, article.summary(), 1);
        article.keywords().values().forEach(keyword -> add(domain, keyword, 1));
        article.sections().forEach(section -> add(domain, section, 0.5));
    }

    private void add(String domain, AnalysedText text, double weight) {
        basics.add(example(domain, text, weight));
    }

    private static Example example(String domain, AnalysedText text, double weight) {
        return new Example(domain, Traits.of(text), weight, weight >= 1);
    }
}
