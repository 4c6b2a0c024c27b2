package ma.mowakaba.kb;

import java.util.Map;

/**
 * How much each field counts.
 *
 * @param part what the part that a question asks for adds
 */
record Ranking(Map<Zone, Float> zones, Map<Field, Float> fields, float part) {

    /** Found on the questions of {@code kb/relevance}; change nothing here without running them. */
    static final Ranking USUAL = new Ranking(
            Map.of(Zone.BODY, 1f, Zone.TITLE, 1f, Zone.HEAD, 1f, Zone.WHOLE, 0.3f),
            Map.of(
                    Field.NORM, 0.3f,
                    Field.STEM, 1f,
                    Field.GRAM, 0.3f,
                    Field.SKELETON, 0.5f,
                    Field.FOLD, 0.3f,
                    Field.ROOT, 1f,
                    Field.PIECE, 0.2f,
                    Field.IDEA, 0.8f),
            2f);

    /** @return whether the index keeps the field for the zone; letters of long texts say little and cost most of the time */
    static boolean keeps(Zone zone, Field field) {
        return switch (zone) {
            case BODY, TITLE -> true;
            case HEAD, WHOLE -> !field.letters();
            case PART -> false;
        };
    }

    float weight(Zone zone, Field field) {
        return keeps(zone, field) ? zones.getOrDefault(zone, 0f) * fields.getOrDefault(field, 0f) : 0;
    }
}
