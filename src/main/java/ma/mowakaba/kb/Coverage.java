package ma.mowakaba.kb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of a question an article knows: the share of its meaningful words, rare ones counting more, that the article has or
 * names by another word. It tells “nothing answers” from “this answers”, which a BM25 score cannot.
 */
final class Coverage {

    /** A word no article has counts as one that two articles have: it may be a slip or a name. */
    private static final int FREQUENCY_OF_UNKNOWN = 2;

    private final TextAnalysis analysis;
    private final Map<String, Set<String>> keys = new HashMap<>();
    private final Map<String, Integer> frequencies = new HashMap<>();

    Coverage(TextAnalysis analysis, Shelf shelf) {
        this.analysis = analysis;
        shelf.entries().forEach((slug, languages) -> {
            Set<String> known = new HashSet<>();
            languages.values().forEach(entry -> learn(known, entry.text()));
            keys.put(slug, known);
            known.forEach(key -> frequencies.merge(key, 1, Integer::sum));
        });
    }

    private void learn(Set<String> known, ArticleText text) {
        ArticleText.Head head = text.head();
        learn(known, head.title() + "\n" + head.summary());
        head.keywords().forEach(keyword -> learn(known, keyword));
        head.legal().forEach(law -> learn(known, law.text()));
        text.sections().forEach(section -> learn(known, section.heading() + "\n" + section.text()));
    }

    private void learn(Set<String> known, String text) {
        List<Set<String>> words = analysis.meaning(text, analysis.writing(text));
        words.forEach(known::addAll);
        analysis.namings(words).forEach(naming -> known.add("^" + naming.idea()));
    }

    /** A question taken apart once, to be held against many articles. */
    final class Question {

        private final List<Set<String>> words;
        private final List<Glossary.Naming> namings;

        Question(String text, Writing writing) {
            words = analysis.meaning(text, writing);
            namings = analysis.namings(words);
        }

        /** @return 0.0 to 1.0 */
        double by(String slug) {
            Set<String> known = keys.getOrDefault(slug, Set.of());
            double all = 0;
            double covered = 0;
            for (int at = 0; at < words.size(); at++) {
                double weight = weight(words.get(at));
                all += weight;
                covered += knows(known, at) ? weight : 0;
            }
            return all == 0 ? 0 : covered / all;
        }

        private boolean knows(Set<String> known, int at) {
            return words.get(at).stream().anyMatch(known::contains)
                    || namings.stream()
                            .anyMatch(naming ->
                                    naming.from() <= at && at < naming.to() && known.contains("^" + naming.idea()));
        }
    }

    private double weight(Set<String> word) {
        int frequency = word.stream()
                .mapToInt(key -> frequencies.getOrDefault(key, 0))
                .max()
                .orElse(0);
        int counted = frequency == 0 ? Math.min(FREQUENCY_OF_UNKNOWN, keys.size()) : frequency;
        return 0.2 + Math.log(1 + (keys.size() - counted + 0.5) / (counted + 0.5));
    }
}
