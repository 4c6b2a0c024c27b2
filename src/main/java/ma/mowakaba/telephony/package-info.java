/** The telephone exchange: calls, their journal, and the live link to Asterisk. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "staff", "directory", "calendar", "kb", "contact", "routing", "ticket"})
package ma.mowakaba.telephony;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
