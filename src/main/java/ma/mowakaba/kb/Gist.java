package ma.mowakaba.kb;

import java.util.List;
import java.util.Set;

/** What a text is about, apart from its language and script. */
public record Gist(List<Unit> units) {

    /**
     * A word or an idea.
     *
     * @param keys by any of which another text may name the same
     * @param weight 0.0 for what every article says, up to 1.0 for what none does
     */
    public record Unit(Set<String> keys, double weight) {

        boolean same(Unit other) {
            return keys.stream().anyMatch(other.keys::contains);
        }
    }

    /** @return 0.0 when nothing is shared, 1.0 when all is; the same both ways round */
    public double likeness(Gist other) {
        double all = weight() + other.weight();
        return all == 0 ? 0 : (shared(other) + other.shared(this)) / all;
    }

    private double shared(Gist other) {
        return units.stream()
                .filter(unit -> other.units.stream().anyMatch(unit::same))
                .mapToDouble(Unit::weight)
                .sum();
    }

    /** @return how much it says in all, 0.0 when nothing */
    public double weight() {
        return units.stream().mapToDouble(Unit::weight).sum();
    }
}
