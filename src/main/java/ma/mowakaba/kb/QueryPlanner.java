package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.DomainCode;

/** Makes the plan of a question. A long letter is asked by its rarest words, a short question by all its letters. */
final class QueryPlanner {

    /** Clauses a field may give; Lucene refuses plans of more than 1,024. */
    private static final int MOST = 32;
    /** A question with more words is clear enough without its letters. */
    private static final int WORDS_OF_A_SHORT_QUESTION = 16;

    private final Cues cues;
    private final Vocabulary vocabulary;
    private final Ranking ranking;

    QueryPlanner(Cues cues, Vocabulary vocabulary, Ranking ranking) {
        this.cues = cues;
        this.vocabulary = vocabulary;
        this.ranking = ranking;
    }

    /** @param tokens of the question */
    QueryPlan plan(String question, Tokens tokens, Optional<DomainCode> domain, int size) {
        boolean isShort = tokens.of(Field.STEM).size() + tokens.of(Field.ROOT).size() <= WORDS_OF_A_SHORT_QUESTION;
        List<QueryPlan.Clause> clauses = new ArrayList<>();
        for (Zone zone : Zone.OF_WORDS) {
            for (Field field : Field.values()) {
                float weight = ranking.weight(zone, field);
                if (weight > 0 && (isShort || !field.letters())) {
                    clauses.addAll(clauses(zone.field(field), tokens.of(field), weight));
                }
            }
        }
        if (!clauses.isEmpty()) {
            clauses.addAll(
                    clauses(Zone.PART.field(Field.IDEA), cues.parts(question), ranking.weight(Zone.PART, Field.IDEA)));
        }
        return new QueryPlan(clauses, domain, size);
    }

    private List<QueryPlan.Clause> clauses(String field, List<String> terms, float weight) {
        return terms.stream()
                .distinct()
                .filter(term -> vocabulary.frequency(field, term) > 0)
                .sorted(Comparator.comparingInt((String term) -> vocabulary.frequency(field, term)))
                .limit(MOST)
                .map(term -> new QueryPlan.Clause(field, term, weight))
                .toList();
    }
}
