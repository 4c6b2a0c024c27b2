package ma.mowakaba.kb;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.DomainCode;

/**
 * What either engine is asked: the sum of the weighted BM25 scores of the clauses, best first, equal scores by id.
 *
 * @param size how many passages at most
 */
record QueryPlan(List<Clause> clauses, Optional<DomainCode> domain, int size) {

    /** A term in a field. No two clauses of a plan have the same field and term. */
    record Clause(String field, String term, float weight) {}
}
