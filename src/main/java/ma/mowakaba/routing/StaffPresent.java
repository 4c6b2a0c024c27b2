package ma.mowakaba.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.Skill;

/** The highest level present in each domain and language, also of those who are on a call just now. */
record StaffPresent(Map<Subject, Integer> levels) {

    record Subject(DomainCode domain, Language language) {}

    static StaffPresent of(Collection<Set<Skill>> everybody) {
        Map<Subject, Integer> levels = new HashMap<>();
        everybody.forEach(skills -> skills.forEach(
                skill -> levels.merge(new Subject(skill.domain(), skill.language()), skill.level(), Math::max)));
        return new StaffPresent(levels);
    }

    int best(DomainCode domain, Language language) {
        return levels.getOrDefault(new Subject(domain, language), 0);
    }
}
