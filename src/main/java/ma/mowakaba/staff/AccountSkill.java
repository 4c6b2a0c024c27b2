package ma.mowakaba.staff;

import jakarta.persistence.Embeddable;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;

/** A row of an account's skills. */
@Embeddable
record AccountSkill(String domain, String language, int level) {

    AccountSkill(Skill skill) {
        this(skill.domain().value(), skill.language().code(), skill.level());
    }

    Skill skill() {
        return new Skill(new DomainCode(domain), Language.of(language), level);
    }
}
