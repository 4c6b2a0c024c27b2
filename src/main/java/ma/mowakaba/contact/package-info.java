/** One approach by one person on one channel, from its start to its end. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "staff", "directory", "calendar", "kb"})
package ma.mowakaba.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
