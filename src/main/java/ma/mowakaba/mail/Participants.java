package ma.mowakaba.mail;

import java.util.Collection;
import java.util.List;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.TimelineEntry;

/** Door beside {@link Deliveries}: who reads along in the mails of a case. */
public interface Participants {

    /**
     * @param his addresses of the requester
     * @param said what happened in the case, oldest first
     * @return whoever else wrote or was written to, the latest first, at most 8; not the requester, nor the center
     */
    List<EmailAddress> beside(Collection<EmailAddress> his, List<TimelineEntry> said);
}
