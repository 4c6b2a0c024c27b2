package ma.mowakaba.web.workspace;

import java.util.List;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.ticket.TicketId;
import ma.mowakaba.web.live.Onlookers;
import org.springframework.stereotype.Component;

/** The colleagues who have the same case open. */
@Component
class Colleagues {

    private final Onlookers onlookers;
    private final Accounts accounts;

    Colleagues(Onlookers onlookers, Accounts accounts) {
        this.onlookers = onlookers;
        this.accounts = accounts;
    }

    List<String> alsoLookingAt(TicketId ticket, Advisor viewer) {
        return onlookers.of(ticket.value()).stream()
                .filter(username -> !username.equals(viewer.username()))
                .flatMap(username -> accounts.byUsername(username).stream())
                .map(Advisor::name)
                .sorted()
                .toList();
    }
}
