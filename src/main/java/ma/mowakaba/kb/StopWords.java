package ma.mowakaba.kb;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that say nothing about the subject but much about the language. */
final class StopWords {

    private final Set<String> arabic = new HashSet<>();
    private final Set<String> light = new HashSet<>();
    private final Map<Writing, Set<String>> latin = new HashMap<>();

    StopWords() {
        for (List<String> row : Tables.rows("analysis/stop.tsv")) {
            List<String> words = Arrays.asList(row.get(1).split(" "));
            switch (row.get(0)) {
                case "light" -> words.forEach(word -> light.add(FrenchWords.folded(ArabicWords.folded(word))));
                case "ar", "darija" -> words.forEach(word -> arabic.add(ArabicWords.folded(word)));
                case "arabizi" -> put(Writing.ARABIZI, words);
                case "fr" -> put(Writing.FRENCH, words);
                case "en" -> put(Writing.ENGLISH, words);
                default -> throw new IllegalStateException("kb/analysis/stop.tsv: unknown language " + row.get(0));
            }
        }
    }

    private void put(Writing writing, List<String> words) {
        latin.put(writing, words.stream().map(FrenchWords::folded).collect(Collectors.toUnmodifiableSet()));
    }

    /** @return whether the word only carries another one, as “make” does; folded either way */
    boolean light(String folded) {
        return light.contains(folded);
    }

    boolean arabic(String folded) {
        return arabic.contains(folded)
                || folded.startsWith("و") && folded.length() > 2 && arabic.contains(folded.substring(1));
    }

    boolean latin(Writing writing, String folded) {
        return latin.getOrDefault(writing, Set.of()).contains(folded);
    }

    /** @return whether any of the languages in Latin letters takes the word for empty */
    boolean latin(String folded) {
        return latin.values().stream().anyMatch(words -> words.contains(folded));
    }
}
