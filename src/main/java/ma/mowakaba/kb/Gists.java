package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the gist of a text: the longest ideas of the glossary it names, and the words outside them. */
final class Gists {

    private static final Comparator<Glossary.Naming> LONGEST_FIRST = Comparator.comparingInt(
                    (Glossary.Naming naming) -> naming.from() - naming.to())
            .thenComparingInt(Glossary.Naming::from)
            .thenComparing(Glossary.Naming::idea);

    private Gists() {}

    static Gist of(AnalysedText text, Coverage coverage) {
        List<Gist.Unit> units = new ArrayList<>();
        Set<Set<String>> seen = new HashSet<>();
        BitSet named = new BitSet();
        text.namings().stream()
                .sorted(LONGEST_FIRST)
                .filter(naming -> named.get(naming.from(), naming.to()).isEmpty())
                .forEach(naming -> {
                    named.set(naming.from(), naming.to());
                    add(units, seen, keys(text, naming), coverage.rarity(Coverage.idea(naming)));
                });
        for (int at = 0; at < text.meaning().size(); at++) {
            Set<String> keys = text.meaning().get(at);
            if (!named.get(at) && !keys.contains(TextAnalysis.LIGHT)) {
                add(units, seen, keys, rarity(keys, coverage));
            }
        }
        return new Gist(List.copyOf(units));
    }

    /** An idea of one word is also known by the word, since not every spelling of it is in the glossary. */
    private static Set<String> keys(AnalysedText text, Glossary.Naming naming) {
        Set<String> keys = new HashSet<>();
        keys.add(Coverage.idea(naming));
        if (naming.to() - naming.from() == 1) {
            keys.addAll(text.meaning().get(naming.from()));
            keys.remove(TextAnalysis.LIGHT);
        }
        return keys;
    }

    private static double rarity(Set<String> keys, Coverage coverage) {
        return Coverage.certain(keys).stream()
                .mapToDouble(coverage::rarity)
                .min()
                .orElse(1);
    }

    private static void add(List<Gist.Unit> units, Set<Set<String>> seen, Set<String> keys, double weight) {
        if (seen.add(keys)) {
            units.add(new Gist.Unit(Set.copyOf(keys), weight));
        }
    }
}
