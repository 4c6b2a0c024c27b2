package ma.mowakaba.kb;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes the published articles apart, on all processors; those that did not change since the last time are not taken apart again. */
final class Digests {

    private final TextAnalysis analysis;
    private Map<List<ArticleText>, Digest> last = Map.of();

    Digests(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    TextAnalysis analysis() {
        return analysis;
    }

    /** @return by slug */
    synchronized SortedMap<String, Digest> of(Shelf shelf) {
        Map<List<ArticleText>, Digest> before = last;
        last = shelf.texts().parallelStream().collect(Collectors.toConcurrentMap(texts -> texts, texts -> {
            Digest known = before.get(texts);
            return known == null ? digest(texts) : known;
        }));
        SortedMap<String, Digest> digests = new TreeMap<>();
        last.forEach((texts, digest) -> digests.put(texts.getFirst().slug(), digest));
        return digests;
    }

    private Digest digest(List<ArticleText> texts) {
        return Digest.of(
                texts.stream().map(text -> ArticleWords.of(text, analysis)).toList());
    }
}
