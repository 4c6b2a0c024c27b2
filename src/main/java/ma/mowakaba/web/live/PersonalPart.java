package ma.mowakaba.web.live;

import java.util.Set;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.web.Words;

/** A piece of a screen that only its viewer sees, such as the card of the call that rings on his desk. */
public interface PersonalPart {

    /** @see SharedPart#name() */
    String name();

    /** @return whose screen this event may have changed */
    Set<StaffId> movedBy(Object event);

    Object content(Advisor viewer, Words words);
}
