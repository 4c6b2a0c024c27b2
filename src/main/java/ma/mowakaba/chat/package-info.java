/** Conversations with visitors, line by numbered line. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "staff", "directory", "calendar", "kb", "contact", "routing", "ticket"})
package ma.mowakaba.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
