/** The words every module shares: languages, domains, telephone numbers, ids, refusals, pages of lists. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package ma.mowakaba.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
