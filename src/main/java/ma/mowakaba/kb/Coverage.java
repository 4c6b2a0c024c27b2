package ma.mowakaba.kb;

import java.util.HashMap;
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
    static final String SKELETON = "~";
    private static final String IDEA = "^";

    private final Map<String, Digest> articles;
    private final Map<String, Integer> articlesWith = new HashMap<>();

    /** @param articles by slug */
    Coverage(Map<String, Digest> articles) {
        this.articles = articles;
        articles.values().forEach(article -> {
            article.subject().forEach(key -> articlesWith.merge(key, 1, Integer::sum));
            article.others().forEach(key -> articlesWith.merge(key, 1, Integer::sum));
        });
    }

    /** @return how little the articles say it, 0.0 for what all of them say, 1.0 for what none does */
    double rarity(String key) {
        int known = articlesWith.getOrDefault(key, 0);
        return Math.log((articles.size() + 1.0) / (known + 1)) / Math.log(articles.size() + 1.0);
    }

    /** A question taken apart once, to be held against many articles. */
    final class Question {

        /** @param ideas of the glossary that the word is part of the name of  @param telling 0.0 for what every article says */
        private record Word(Set<String> keys, Set<String> ideas, double telling) {}

        private final List<Word> words;

        Question(AnalysedText text) {
            words = IntStream.range(0, text.meaning().size())
                    .filter(at -> !text.meaning().get(at).contains(TextAnalysis.LIGHT))
                    .mapToObj(at -> word(text, at))
                    .toList();
        }

        private Word word(AnalysedText text, int at) {
            Set<String> keys = certain(text.meaning().get(at));
            Set<String> ideas = text.namings().stream()
                    .filter(naming -> naming.from() <= at && at < naming.to())
                    .map(Coverage::idea)
                    .collect(Collectors.toSet());
            double telling =
                    keys.stream().mapToDouble(Coverage.this::rarity).min().orElse(1);
            return new Word(keys, ideas, telling);
        }

        boolean answeredBy(String slug) {
            return share(slug) >= ENOUGH;
        }

        /** @return 0.0 to 1.0 */
        double share(String slug) {
            return words.stream()
                    .mapToDouble(word -> known(slug, word))
                    .average()
                    .orElse(0);
        }

        /** @return the same, but what every article says counts little */
        double telling(String slug) {
            double all = words.stream().mapToDouble(Word::telling).sum();
            double had = words.stream()
                    .mapToDouble(word -> word.telling * known(slug, word))
                    .sum();
            return all == 0 ? 0 : had / all;
        }

        private double known(String slug, Word word) {
            Digest article = articles.get(slug);
            if (article == null) {
                return 0;
            }
            if (meet(word.keys, article.subject())
                    || meet(word.ideas, article.subject())
                    || meet(word.ideas, article.others())) {
                return 1;
            }
            return meet(word.keys, article.others()) ? MERELY_OCCURS : 0;
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
