package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ideas of {@code kb/analysis/glossary.tsv}: the same one is found by its Arabic, French, Darija or Arabizi name. */
final class Glossary {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 50;

    /**
     * @param keys of the words of a name, in their order
     * @param words with all that each of them may be known by
     */
    private record Name(String idea, List<String> keys, List<Set<String>> words) {

        int length() {
            return keys.size();
        }

        /** @return how many letters are spelled otherwise there */
        int distance(List<Set<String>> there) {
            return IntStream.range(0, words.size())
                    .map(at -> Spelling.distance(words.get(at), there.get(at)))
                    .sum();
        }
    }

    /** Words {@code from} up to, without, {@code to} name an idea. */
    record Naming(String idea, int from, int to) {}

    private final Map<String, List<Name>> namesByFirstKey = new HashMap<>();

    /**
     * @param keys of the content words of a name, each with the keys it may be found by
     */
    Glossary(Function<String, List<Set<String>>> arabicOrFrench, Function<String, List<Set<String>>> arabizi) {
        Set<String> ideas = new HashSet<>();
        for (List<String> row : Tables.rows("analysis/glossary.tsv")) {
            String idea = idea(row, ideas);
            for (int column = 0; column < row.size(); column++) {
                for (String name : Tables.variants(row.get(column))) {
                    put(idea, name, (column == 3 ? arabizi : arabicOrFrench).apply(name));
                }
            }
        }
    }

    /** Its first French name, else its Arabic one: it stays the same when lines come before it, and can be read. */
    private static String idea(List<String> row, Set<String> taken) {
        String named = row.get(1).isBlank() ? row.get(0) : row.get(1);
        String first = NO_WORD.matcher(Tables.variants(named).getFirst()).replaceAll("_");
        String idea = first.substring(0, Math.min(LONGEST, first.length()));
        for (int again = 2; !taken.add(idea); again++) {
            idea = first.substring(0, Math.min(LONGEST, first.length())) + "_" + again;
        }
        return idea;
    }

    private void put(String idea, String name, List<Set<String>> words) {
        boolean lost = words.size() == 1 && Word.of(name).size() > 2;
        if (lost || words.isEmpty() || words.stream().anyMatch(Set::isEmpty)) {
            return;
        }
        List<String> keys = words.stream().map(set -> set.iterator().next()).toList();
        namesByFirstKey.computeIfAbsent(keys.getFirst(), _ -> new ArrayList<>()).add(new Name(idea, keys, words));
    }

    /**
     * A word in Arabic script names only what it is: nearly every word has the consonants of another one. Of the names that have the
     * consonants of a word in Latin letters, those are meant that are spelled most like it: jam3iya is no jama3a.
     *
     * @return the ideas named in the text, once for each naming
     */
    List<Naming> namings(List<Set<String>> text) {
        List<Set<String>> words = text.stream().map(Coverage::certain).toList();
        Set<Naming> namings = new LinkedHashSet<>();
        for (int at = 0; at < words.size(); at++) {
            int from = at;
            names(words, from)
                    .collect(Collectors.groupingBy(Name::length, TreeMap::new, Collectors.toList()))
                    .forEach((length, names) -> nearest(names, words.subList(from, from + length))
                            .forEach(name -> namings.add(new Naming(name.idea, from, from + length))));
        }
        return List.copyOf(namings);
    }

    private Stream<Name> names(List<Set<String>> words, int from) {
        return words.get(from).stream()
                .flatMap(key -> namesByFirstKey.getOrDefault(key, List.of()).stream())
                .filter(name -> stands(name.keys, words, from));
    }

    private static List<Name> nearest(List<Name> names, List<Set<String>> words) {
        if (names.size() == 1) {
            return names;
        }
        int least = names.stream().mapToInt(name -> name.distance(words)).min().orElse(0);
        return names.stream().filter(name -> name.distance(words) == least).toList();
    }

    private static boolean stands(List<String> keys, List<Set<String>> words, int from) {
        return from + keys.size() <= words.size()
                && IntStream.range(0, keys.size())
                        .allMatch(at -> words.get(from + at).contains(keys.get(at)));
    }
}
