package ma.mowakaba.radar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import ma.mowakaba.kb.Gist;

/**
 * Brings questions together that ask for the same. A question joins the need whose questions it is most like, else it begins a need of its
 * own, which has its id; so the same questions in the same order give the same needs.
 */
final class Clusters {

    /** Fitted on the questions of {@code GapQuestions} in the tests; see decision 0023. */
    static final double SAME = 0.4;

    /** What nearly every article says brings nothing together. */
    private static final double TELLING = 0.3;

    /** A need is compared by its latest questions. */
    private static final int COMPARED = 40;

    private final Map<UUID, List<Gist>> needs = new TreeMap<>();
    private final Map<String, Set<UUID>> needsByKey = new HashMap<>();

    void put(UUID need, Gist question) {
        List<Gist> questions = needs.computeIfAbsent(need, first -> new ArrayList<>());
        questions.add(question);
        telling(question)
                .forEach(key -> needsByKey
                        .computeIfAbsent(key, first -> new LinkedHashSet<>())
                        .add(need));
    }

    /** @return the need it belongs to; its own id when there is none yet */
    UUID sort(UUID id, Gist question) {
        UUID need = best(question, Optional.empty()).orElse(id);
        put(need, question);
        return need;
    }

    /** @param free whether a need may disappear @return needs that turned out to be the same, each with the older one that takes it in */
    Map<UUID, UUID> merged(Predicate<UUID> free) {
        Map<UUID, UUID> merged = new LinkedHashMap<>();
        for (UUID need : List.copyOf(needs.keySet()).reversed()) {
            if (!free.test(need)) {
                continue;
            }
            List<Gist> questions = needs.getOrDefault(need, List.of());
            Map<UUID, Long> votes = new TreeMap<>();
            questions.forEach(question ->
                    best(question, Optional.of(need)).ifPresent(other -> votes.merge(other, 1L, Long::sum)));
            votes.entrySet().stream()
                    .filter(vote -> vote.getValue() * 2 >= questions.size()
                            && vote.getKey().compareTo(need) < 0)
                    .max(Map.Entry.<UUID, Long>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .ifPresent(vote -> {
                        merged.put(need, vote.getKey());
                        remove(need);
                        questions.forEach(question -> put(vote.getKey(), question));
                    });
        }
        return merged;
    }

    /** @return the question most like the others, by its place */
    static int middle(List<Gist> questions) {
        List<Gist> some = questions.subList(Math.max(0, questions.size() - COMPARED), questions.size());
        int best = 0;
        double most = -1;
        for (int at = 0; at < questions.size(); at++) {
            Gist question = questions.get(at);
            double likeness = some.stream().mapToDouble(question::likeness).sum();
            if (likeness > most + 1e-9) {
                most = likeness;
                best = at;
            }
        }
        return best;
    }

    private Optional<UUID> best(Gist question, Optional<UUID> but) {
        Set<UUID> candidates = new LinkedHashSet<>();
        telling(question).forEach(key -> candidates.addAll(needsByKey.getOrDefault(key, Set.of())));
        but.ifPresent(candidates::remove);
        return candidates.stream()
                .map(need -> Map.entry(need, likeness(question, needs.getOrDefault(need, List.of()))))
                .filter(need -> need.getValue() >= SAME)
                .max(Map.Entry.<UUID, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /** The two it is most like speak for a need: one alone would chain what has nothing in common. */
    private static double likeness(Gist question, List<Gist> need) {
        return need.subList(Math.max(0, need.size() - COMPARED), need.size()).stream()
                .map(question::likeness)
                .sorted(Comparator.reverseOrder())
                .limit(2)
                .mapToDouble(likeness -> likeness)
                .average()
                .orElse(0);
    }

    private void remove(UUID need) {
        needs.remove(need);
        needsByKey.values().forEach(having -> having.remove(need));
    }

    private static Collection<String> telling(Gist question) {
        Set<String> keys = new LinkedHashSet<>();
        question.units().stream().filter(unit -> unit.weight() >= TELLING).forEach(unit -> keys.addAll(unit.keys()));
        return keys;
    }
}
