/** The figures: facts about contacts, counted as the definitions say. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "staff", "directory", "calendar", "kb", "contact", "routing", "ticket"})
package ma.mowakaba.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
