package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks every field by itself what it says of the passages. */
final class Weighing {

    /** A field of a zone; the last is the part that was asked for. */
    record Place(Zone zone, Field field) {

        String name() {
            return zone.field(field);
        }
    }

    static final List<Place> FIELDS = fields();
    static final int PART = FIELDS.size() - 1;

    private final Catalog catalog;
    private final LuceneSearchEngine engine = new LuceneSearchEngine();
    private final QueryPlanner planner;

    private Weighing(Shelf shelf) {
        catalog = Catalog.of("weighing", shelf, new Digests(Shelves.ANALYSIS), List.of());
        planner = new QueryPlanner(
                new Cues(),
                new Vocabulary(catalog.indexed()),
                new Ranking(FIELDS.stream().collect(Collectors.toMap(Place::name, _ -> 1f))));
        engine.publish(catalog.indexed(), catalog.generation());
    }

    /** @return the questions that an article answers, in their order */
    static List<WeighedQuestion> of(Shelf shelf) {
        Weighing weighing = new Weighing(shelf);
        return RelevanceQuestion.all().stream()
                .filter(question -> !question.slug().equals("-"))
                .map(weighing::weighed)
                .toList();
    }

    private WeighedQuestion weighed(RelevanceQuestion question) {
        AnalysedText text = Shelves.ANALYSIS.read(question.text());
        QueryPlan plan = planner.plan(question.text(), text.tokens(), Optional.empty(), catalog.passages());
        Map<String, double[]> scores = new TreeMap<>();
        for (int field = 0; field < FIELDS.size(); field++) {
            for (SearchEngine.Found found :
                    engine.search(only(plan, FIELDS.get(field).name()))) {
                scores.computeIfAbsent(found.id(), _ -> new double[FIELDS.size()])[field] = found.score();
            }
        }
        Coverage.Question asked = catalog.coverage().new Question(text);
        Map<String, List<double[]>> passages = new LinkedHashMap<>();
        scores.forEach((id, own) -> passages.computeIfAbsent(id.substring(0, id.indexOf('#')), _ -> new ArrayList<>())
                .add(own));
        passages.keySet().removeIf(slug -> !asked.answeredBy(slug));
        return new WeighedQuestion(question, passages);
    }

    private static QueryPlan only(QueryPlan plan, String field) {
        return new QueryPlan(
                plan.clauses().stream()
                        .filter(clause -> clause.field().equals(field))
                        .toList(),
                plan.domain(),
                plan.size());
    }

    private static List<Place> fields() {
        List<Place> fields = new ArrayList<>();
        for (Zone zone : Zone.values()) {
            for (Field field : Field.values()) {
                if (Ranking.keeps(zone, field)) {
                    fields.add(new Place(zone, field));
                }
            }
        }
        return fields;
    }
}
