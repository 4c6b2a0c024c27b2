package ma.mowakaba.staff;

import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;

/**
 * What an advisor answers.
 *
 * @param level 1 knows it, 2 knows it well, 3 is the one to ask
 */
public record Skill(DomainCode domain, Language language, int level) {

    public Skill {
        if (level < 1 || level > 3) {
            throw Problem.invalid("skill.level", level);
        }
    }
}
