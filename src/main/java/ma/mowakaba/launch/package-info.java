/** What happens before the center is up: the right Java, and one sentence when it cannot start. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package ma.mowakaba.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
