/** The people and associations who call: persons, mandates, and who is calling. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package ma.mowakaba.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
