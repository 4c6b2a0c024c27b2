package ma.mowakaba.mail;

import java.util.List;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TimelineEntry;

/** What was written in a case. */
final class Spoken {

    private Spoken() {}

    /** @return its messages, oldest first */
    static List<TimelineEntry.Message> in(Ticket ticket, Helpdesk helpdesk) {
        return helpdesk.timeline(ticket.id(), Page.Request.first(200)).items().stream()
                .filter(TimelineEntry.Message.class::isInstance)
                .map(TimelineEntry.Message.class::cast)
                .toList();
    }
}
