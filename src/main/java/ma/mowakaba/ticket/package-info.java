/** Cases: their messages, timeline, due times, attachments and outbox. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "staff", "directory", "calendar", "kb", "contact", "routing"})
package ma.mowakaba.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
