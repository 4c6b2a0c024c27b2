package ma.mowakaba.kb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much of a question an article is about: the share of its meaningful words that the article has, those of its title, summary,
 * keywords and glossary ideas counting fully, those that merely occur in it counting little. It tells “nothing answers” from “this
 * answers”, which a BM25 score cannot.
 */
final class Coverage {

    /** Less of the question than this is chance; fitted on the questions of {@code kb/relevance}. */
    private static final double ENOUGH = 0.38;

    private static final double MERELY_OCCURS = 0.25;
    private static final String SKELETON = "~";
    private static final String IDEA = "^";

    private final TextAnalysis analysis;
    private final Map<String, Set<String>> subjects = new HashMap<>();
    private final Map<String, Set<String>> others = new HashMap<>();

    Coverage(TextAnalysis analysis, Shelf shelf) {
        this.analysis = analysis;
        shelf.entries().forEach((slug, languages) -> {
            subjects.put(slug, new HashSet<>());
            others.put(slug, new HashSet<>());
            languages.values().forEach(entry -> learn(slug, entry.text()));
        });
    }

    /** @return how little the articles say it, 0.0 for what all of them say, 1.0 for what none does */
    double rarity(String key) {
        long known = subjects.keySet().stream()
                .filter(slug -> subjects.getOrDefault(slug, Set.of()).contains(key)
                        || others.getOrDefault(slug, Set.of()).contains(key))
                .count();
        return Math.log((subjects.size() + 1.0) / (known + 1)) / Math.log(subjects.size() + 1.0);
    }

    private void learn(String slug, ArticleText text) {
        ArticleText.Head head = text.head();
        Set<String> subject = subjects.getOrDefault(slug, Set.of());
        learn(subject, head.title());
        learn(subject, head.summary());
        head.keywords().forEach(keyword -> learn(subject, keyword));
        head.legal().forEach(law -> learn(subject, law.text()));
        Set<String> other = others.getOrDefault(slug, Set.of());
        text.sections().forEach(section -> learn(other, section.heading() + "\n" + section.text()));
    }

    private void learn(Set<String> known, String text) {
        AnalysedText analysed = analysis.read(text);
        analysed.meaning().forEach(known::addAll);
        analysed.namings().forEach(naming -> known.add(idea(naming)));
    }

    /** A question taken apart once, to be held against many articles. */
    final class Question {

        private final List<Set<String>> words;
        private final List<Glossary.Naming> namings;

        Question(AnalysedText text) {
            words = text.meaning();
            namings = text.namings();
        }

        boolean answeredBy(String slug) {
            return share(slug) >= ENOUGH;
        }

        /** @return 0.0 to 1.0 */
        double share(String slug) {
            return IntStream.range(0, words.size())
                    .filter(at -> !words.get(at).contains(TextAnalysis.LIGHT))
                    .mapToDouble(at -> known(slug, at))
                    .average()
                    .orElse(0);
        }

        /** @return the same, but what every article says counts little */
        double telling(String slug) {
            double all = 0;
            double had = 0;
            for (int at = 0; at < words.size(); at++) {
                if (!words.get(at).contains(TextAnalysis.LIGHT)) {
                    double weight = certain(words.get(at)).stream()
                            .mapToDouble(Coverage.this::rarity)
                            .min()
                            .orElse(1);
                    all += weight;
                    had += weight * known(slug, at);
                }
            }
            return all == 0 ? 0 : had / all;
        }

        private double known(String slug, int at) {
            Set<String> keys = certain(words.get(at));
            Set<String> ideas = namings.stream()
                    .filter(naming -> naming.from() <= at && at < naming.to())
                    .map(Coverage::idea)
                    .collect(Collectors.toSet());
            Set<String> subject = subjects.getOrDefault(slug, Set.of());
            Set<String> other = others.getOrDefault(slug, Set.of());
            if (meet(keys, subject) || meet(ideas, subject) || meet(ideas, other)) {
                return 1;
            }
            return meet(keys, other) ? MERELY_OCCURS : 0;
        }
    }

    /** @return the key of an idea of the glossary */
    static String idea(Glossary.Naming naming) {
        return IDEA + naming.idea();
    }

    /** A word in Arabic script is known by itself; only Latin letters leave nothing but the consonants to go by. */
    static Set<String> certain(Set<String> keys) {
        return keys.iterator().next().startsWith(SKELETON)
                ? keys
                : keys.stream().filter(key -> !key.startsWith(SKELETON)).collect(Collectors.toSet());
    }

    static boolean meet(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }
}
