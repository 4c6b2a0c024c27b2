package ma.mowakaba.kb;

import java.util.Map;

/** How much each field counts. Found on the questions of {@code kb/relevance}; change nothing here without running them. */
final class Ranking {

    /** What the part that a question asks for adds. */
    static final float PART = 0.6f;

    private static final Map<Zone, Float> ZONES = Map.of(Zone.BODY, 1f, Zone.HEAD, 1f, Zone.WHOLE, 0.3f);
    private static final Map<Field, Float> FIELDS = Map.of(
            Field.NORM, 0.3f,
            Field.STEM, 1f,
            Field.GRAM, 0.3f,
            Field.SKELETON, 0.5f,
            Field.FOLD, 0.3f,
            Field.ROOT, 1f,
            Field.PIECE, 0.2f,
            Field.IDEA, 0.8f);

    private Ranking() {}

    /** @return 0 where the field is not kept for the zone */
    static float weight(Zone zone, Field field) {
        boolean letters = field == Field.GRAM || field == Field.PIECE;
        if (zone == Zone.WHOLE && letters) {
            return 0;
        }
        return ZONES.getOrDefault(zone, 0f) * FIELDS.getOrDefault(field, 0f);
    }
}
