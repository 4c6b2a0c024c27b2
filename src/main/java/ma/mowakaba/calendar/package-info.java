/** Moroccan time: the zone, business hours, holidays, due times. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package ma.mowakaba.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
