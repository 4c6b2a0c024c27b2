package ma.mowakaba.kb;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the classifier sees of a text.
 *
 * @param features such as {@code stem:…} or {@code idea:…}, as often as the text has them
 * @param words of the text that carry meaning, each with the keys by which it may be known
 */
record Traits(List<String> features, List<Set<String>> words) {

    private static final Pattern NUMBER = Pattern.compile("n?[\\d.]+");

    static Traits of(AnalysedText text) {
        return new Traits(text.features(), text.meaning());
    }

    /** @return without numbers, repetitions and the order of the text: enough to learn from, too little to read */
    Traits forgetful() {
        return new Traits(
                features.stream()
                        .filter(feature -> !NUMBER.matcher(feature.substring(feature.indexOf(':') + 1))
                                .matches())
                        .distinct()
                        .sorted()
                        .toList(),
                words.stream()
                        .filter(keys -> keys.stream()
                                .noneMatch(key -> NUMBER.matcher(key).matches()))
                        .distinct()
                        .sorted(Comparator.comparing(Object::toString))
                        .toList());
    }

    /** @return the keys of all words that have to do with a subject */
    Stream<String> keys() {
        return words.stream().filter(word -> !word.contains(TextAnalysis.LIGHT)).flatMap(Set::stream);
    }
}
