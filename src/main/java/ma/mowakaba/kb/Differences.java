package ma.mowakaba.kb;

import java.util.List;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Runs;

/** What changed from one text to another, field by field and word by word; fields that are the same are left out. */
public record Differences(List<Field> fields) {

    /** @param name key of the head, or {@code body} */
    public record Field(String name, List<Line> lines) {}

    /** A line with what left it and what came to it, or a number of lines that stayed the same. @param same 0 where there are pieces */
    public record Line(List<Piece> pieces, int same) {

        /** @return as most of its words run, with what left it; empty without a word */
        public String direction() {
            return Runs.direction(pieces.stream().map(Piece::text).collect(Collectors.joining()));
        }
    }

    /** Some words. */
    public record Piece(Change change, String text) {}

    /** What became of some words. */
    public enum Change {
        KEPT,
        REMOVED,
        ADDED
    }

    public boolean none() {
        return fields.isEmpty();
    }
}
