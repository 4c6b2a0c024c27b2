package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a passage what a question names: the same word in another form, or the same idea in another language. */
final class Marker {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’.-][\\p{L}\\p{M}\\p{N}]+)*");

    private final TextAnalysis analysis;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> ideas = new HashSet<>();

    Marker(TextAnalysis analysis, String question) {
        this.analysis = analysis;
        AnalysedText asked = analysis.read(question);
        asked.meaning().stream()
                .filter(word -> !word.contains(TextAnalysis.LIGHT))
                .forEach(word -> keys.addAll(Coverage.certain(word)));
        asked.namings().forEach(naming -> ideas.add(naming.idea()));
    }

    /** Words of the passage by their place. @param word which of them each meaning belongs to */
    private record Words(List<int[]> places, List<Set<String>> meanings, List<Integer> word) {}

    List<Library.Piece> mark(String passage) {
        Words words = words(passage);
        BitSet hit = new BitSet();
        for (int i = 0; i < words.meanings.size(); i++) {
            if (Coverage.meet(Coverage.certain(words.meanings.get(i)), keys)) {
                hit.set(words.word.get(i));
            }
        }
        analysis.namings(words.meanings).stream()
                .filter(naming -> ideas.contains(naming.idea()))
                .forEach(naming -> hit.set(words.word.get(naming.from()), words.word.get(naming.to() - 1) + 1));
        return pieces(passage, words.places, hit);
    }

    private Words words(String passage) {
        Words words = new Words(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Writing writing = analysis.read(passage).writing();
        Matcher found = WORD.matcher(passage);
        while (found.find()) {
            analysis.read(found.group(), writing).meaning().forEach(meaning -> {
                words.meanings.add(meaning);
                words.word.add(words.places.size());
            });
            words.places.add(new int[] {found.start(), found.end()});
        }
        return words;
    }

    private static List<Library.Piece> pieces(String passage, List<int[]> places, BitSet hit) {
        List<Library.Piece> pieces = new ArrayList<>();
        int told = 0;
        for (int first = hit.nextSetBit(0); first >= 0; first = hit.nextSetBit(hit.nextClearBit(first))) {
            int last = hit.nextClearBit(first) - 1;
            int from = places.get(first)[0];
            int to = places.get(last)[1];
            add(pieces, passage.substring(told, from), false);
            add(pieces, passage.substring(from, to), true);
            told = to;
        }
        add(pieces, passage.substring(told), false);
        return pieces;
    }

    private static void add(List<Library.Piece> pieces, String text, boolean hit) {
        if (!text.isEmpty()) {
            pieces.add(new Library.Piece(text, hit));
        }
    }
}
