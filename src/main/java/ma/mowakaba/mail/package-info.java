/** Mail in and out: whatever arrives becomes exactly one message, whatever leaves leaves once. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "staff", "directory", "calendar", "kb", "contact", "routing", "ticket"})
package ma.mowakaba.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
