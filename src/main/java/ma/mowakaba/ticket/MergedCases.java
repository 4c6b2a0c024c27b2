package ma.mowakaba.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import ma.mowakaba.staff.StaffId;

/**
 * Door beside {@link Helpdesk}: cases that are one. What was said in a part stays said in it and is read on the surviving case; whatever
 * still comes to the part is heard there (decision 0037).
 */
public interface MergedCases {

    /**
     * Makes one case a part of another, and closes it. An answer owed there is owed by the surviving case, at the earlier due time.
     *
     * @param into the other, or a part of it
     * @return the surviving case
     * @throws ma.mowakaba.kernel.Problem CONFLICT {@code ticket.merged} when it is a part of a case already, {@code ticket.merge.same} when
     *     they are one; STALE {@code ticket.stale} when the other became a part of a third meanwhile
     */
    Ticket merge(TicketId part, TicketId into, StaffId by);

    /**
     * The part stands for itself again, with all that was said in it since, and is open.
     *
     * @throws ma.mowakaba.kernel.Problem CONFLICT {@code ticket.merge.none} when it is no part of another
     */
    Ticket split(TicketId part, StaffId by);

    /** @return the parts of each case that has any, for at most some hundred cases */
    Map<TicketId, List<Ticket>> parts(Collection<TicketId> tickets);

    /** @return the case itself first, then those it is one with and that are of the same requester: what he may see and hear of */
    Map<TicketId, TicketNumber> talk(TicketId ticket);
}
