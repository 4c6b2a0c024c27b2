package ma.mowakaba.routing;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.routing.Ageing.Demand;
import ma.mowakaba.staff.Skill;
import ma.mowakaba.staff.StaffId;

/**
 * Why an advisor may have a contact.
 *
 * @param level of the skill that counts, 0 when he only knows the case
 */
record Fit(Kind kind, int level) {

    /** Best first. */
    enum Kind {
        KNOWS_THE_CASE,
        EXACT,
        OTHER_LANGUAGE,
        GENERAL
    }

    /** @return empty when he may not have it, or not yet */
    static Optional<Fit> of(StaffId advisor, Set<Skill> skills, InLine contact, Demand demand) {
        if (contact.avoided().filter(advisor::equals).isPresent()) {
            return Optional.empty();
        }
        int exact = level(skills, contact.domain(), language -> language == contact.language());
        if (contact.preferred().filter(advisor::equals).isPresent()) {
            return Optional.of(new Fit(Kind.KNOWS_THE_CASE, exact));
        }
        if (exact >= demand.level()) {
            return Optional.of(new Fit(Kind.EXACT, exact));
        }
        return second(skills, contact, demand);
    }

    private static Optional<Fit> second(Set<Skill> skills, InLine contact, Demand demand) {
        int domain = demand.otherLanguageToo() ? level(skills, contact.domain(), language -> true) : 0;
        if (domain > 0) {
            return Optional.of(new Fit(Kind.OTHER_LANGUAGE, domain));
        }
        int general =
                demand.generalToo() ? level(skills, DomainCode.GENERAL, language -> language == contact.language()) : 0;
        return general > 0 ? Optional.of(new Fit(Kind.GENERAL, general)) : Optional.empty();
    }

    /** @return his highest level, 0 without a skill */
    static int level(Set<Skill> skills, DomainCode domain, Predicate<Language> languages) {
        return skills.stream()
                .filter(skill -> skill.domain().equals(domain) && languages.test(skill.language()))
                .mapToInt(Skill::level)
                .max()
                .orElse(0);
    }
}
