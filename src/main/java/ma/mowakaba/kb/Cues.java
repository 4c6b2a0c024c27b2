package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The words by which a question asks for a part: “how long” for the deadlines. */
final class Cues {

    private final Map<String, List<String>> cuesByPart = new LinkedHashMap<>();

    Cues() {
        for (List<String> row : Tables.rows("analysis/parts.tsv")) {
            List<String> cues = new ArrayList<>();
            row.subList(1, row.size()).forEach(cell -> Tables.variants(cell).forEach(cue -> cues.add(normal(cue))));
            cuesByPart.put(row.getFirst(), cues);
        }
    }

    /** @return anchors */
    List<String> parts(String question) {
        String words = normal(question);
        return cuesByPart.entrySet().stream()
                .filter(part -> part.getValue().stream().anyMatch(words::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String normal(String text) {
        return Word.of(text).stream().map(Cues::normal).collect(Collectors.joining(" ", " ", " "));
    }

    private static String normal(Word word) {
        return switch (word.script()) {
            case ARABIC -> ArabicWords.bare(ArabicWords.folded(word.text()));
            case LATIN -> FrenchWords.folded(word.text());
            case TIFINAGH, NUMBER -> word.text();
        };
    }
}
