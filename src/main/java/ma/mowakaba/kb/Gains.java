package ma.mowakaba.kb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.kernel.DomainCode;

/** Which words count for a domain since advisors corrected the sorting. */
final class Gains {

    private static final int SHOWN = 12;
    /** Less is no change that anybody would notice. */
    private static final double ENOUGH = 0.05;

    private static final Set<String> READABLE =
            Stream.of(Field.STEM, Field.ROOT, Field.IDEA).map(Field::code).collect(Collectors.toUnmodifiableSet());

    private final Classifier before;
    private final Classifier now;

    Gains(Classifier before, Classifier now) {
        this.before = before;
        this.now = now;
    }

    private record Gain(String feature, double more) {}

    List<Lessons.Gained> of(List<Lesson> lessons) {
        Map<String, List<Lesson>> byDomain = lessons.stream()
                .collect(Collectors.groupingBy(lesson -> lesson.meant().value(), TreeMap::new, Collectors.toList()));
        List<Lessons.Gained> gained = new ArrayList<>();
        byDomain.forEach((domain, its) -> {
            List<String> words = words(domain, its);
            if (!words.isEmpty()) {
                gained.add(new Lessons.Gained(new DomainCode(domain), words));
            }
        });
        return gained;
    }

    private List<String> words(String domain, List<Lesson> lessons) {
        Map<String, Long> cases = lessons.stream()
                .flatMap(lesson -> lesson.traits().features().stream().distinct())
                .collect(Collectors.groupingBy(feature -> feature, TreeMap::new, Collectors.counting()));
        return cases.entrySet().stream()
                .filter(one -> one.getValue() >= Apprenticeship.CASES_OF_A_NEW_WORD)
                .map(Map.Entry::getKey)
                .filter(feature -> READABLE.contains(feature.substring(0, feature.indexOf(':'))))
                .map(feature -> new Gain(feature, now.weight(feature, domain) - before.weight(feature, domain)))
                .filter(gain -> gain.more >= ENOUGH)
                .sorted(Comparator.comparingDouble(Gain::more).reversed().thenComparing(Gain::feature))
                .map(gain -> readable(gain.feature))
                .distinct()
                .limit(SHOWN)
                .toList();
    }

    private static String readable(String feature) {
        return feature.substring(feature.indexOf(':') + 1).replace('_', ' ');
    }
}
