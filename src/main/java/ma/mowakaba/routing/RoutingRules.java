package ma.mowakaba.routing;

import java.util.Comparator;
import java.util.List;
import ma.mowakaba.routing.Fit.Kind;

/** Which of several advisors gets a contact: each rule keeps the best by its measure, until one is left. */
final class RoutingRules {

    /** An advisor who may have the contact. */
    record Candidate(Desk desk, Fit fit) {}

    /** @param better smaller is better */
    record Rule(String key, Comparator<Candidate> better) {

        List<Candidate> keep(List<Candidate> candidates) {
            Candidate best = candidates.stream().min(better).orElseThrow();
            return candidates.stream()
                    .filter(candidate -> better.compare(candidate, best) == 0)
                    .toList();
        }
    }

    static final List<Rule> IN_ORDER = List.of(
            new Rule("knows-the-case", Comparator.comparing(one -> one.fit().kind() != Kind.KNOWS_THE_CASE)),
            new Rule("exact-language", Comparator.comparing(one -> one.fit().kind())),
            new Rule("best-skill", Comparator.comparing(one -> -one.fit().level())),
            new Rule("longest-idle", Comparator.comparing(one -> one.desk().idleSince())),
            new Rule("in-turn", Comparator.comparing(one -> one.desk().advisor().value())));

    private RoutingRules() {}

    /**
     * The advisor chosen.
     *
     * @param rule the one that left him alone
     * @param among how many that rule had to choose from
     */
    record Choice(Candidate candidate, String rule, int among) {}

    /** @param candidates at least one */
    static Choice choose(List<Candidate> candidates) {
        if (candidates.size() == 1) {
            return new Choice(candidates.getFirst(), "only-one", 1);
        }
        List<Candidate> left = candidates;
        for (Rule rule : IN_ORDER) {
            List<Candidate> kept = rule.keep(left);
            if (kept.size() == 1) {
                return new Choice(kept.getFirst(), rule.key(), left.size());
            }
            left = kept;
        }
        throw new IllegalStateException("two desks of one advisor");
    }

    /** @return the choice in words: domain, language, level and number of advisors are the arguments */
    static Reason reason(Choice choice, InLine contact) {
        Fit fit = choice.candidate().fit();
        String key = switch (fit.kind()) {
            case KNOWS_THE_CASE -> "knows-the-case";
            case OTHER_LANGUAGE -> "other-language";
            case GENERAL -> "general";
            case EXACT -> exact(choice.rule());
        };
        return Reason.of(key, contact.domain(), contact.language().code(), fit.level(), choice.among());
    }

    private static String exact(String rule) {
        return switch (rule) {
            case "only-one", "best-skill" -> rule;
            case "longest-idle", "in-turn" -> "longest-idle";
            default -> "best-skill";
        };
    }
}
