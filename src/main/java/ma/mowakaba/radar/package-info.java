/** The gap radar: what people ask for and do not find, brought together across languages and scripts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "directory", "kb", "ticket", "metrics"})
package ma.mowakaba.radar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
