package ma.mowakaba.kb;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much each field of the index counts; a field without a weight is not asked.
 *
 * @param weights by name of the index field
 */
record Ranking(Map<String, Float> weights) {

    /**
     * How long BM25 goes on counting a word that is there again: in passages of a few lines less than the 1.2 that is usual for whole
     * documents. Chosen on each half of XQuAD in Arabic, measured on the other, see decision 0040.
     */
    static final double K1 = 0.8;

    /** How much BM25 takes off for length; as usual. */
    static final double B = 0.75;

    /** Learned by {@code ./mvnw spring-boot:test-run@weights} from the questions of {@code kb/relevance}. */
    static final Ranking USUAL = usual();

    /**
     * Letters of long texts say little and cost most of the time. Spellings and consonants of Arabic are compared where they stand, and not
     * over a whole article again.
     *
     * @return whether the index keeps the field for the zone
     */
    static boolean keeps(Zone zone, Field field) {
        return switch (zone) {
            case BODY, TITLE -> true;
            case HEAD -> !field.letters();
            case WHOLE -> !field.letters() && field != Field.NORM && field != Field.SKELETON;
            case PART -> field == Field.IDEA;
        };
    }

    float weight(Zone zone, Field field) {
        return weights.getOrDefault(zone.field(field), 0f);
    }

    private static Ranking usual() {
        Map<String, Float> weights = new LinkedHashMap<>();
        Tables.rows("analysis/weights.tsv").forEach(row -> weights.put(row.get(0), Float.parseFloat(row.get(1))));
        return new Ranking(weights);
    }
}
