/** Who gets a contact, and why. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "staff", "directory", "calendar", "kb", "contact"})
package ma.mowakaba.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
