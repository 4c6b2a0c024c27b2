/** The people who work here: accounts, roles, skills, presence, tokens of programs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package ma.mowakaba.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
