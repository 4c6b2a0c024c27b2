package ma.mowakaba.metrics;

import ma.mowakaba.kernel.Columns;
import ma.mowakaba.ticket.TicketEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down when a case was finished, and when it was opened again. */
@Component
class CaseTurns {

    private final JdbcClient database;

    CaseTurns(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void changed(TicketEvent.StateChanged event) {
        if (event.from().unfinished() != event.to().unfinished()) {
            database.sql("insert ignore into case_turn (ticket_id, at, finished) values (:ticket, :at, :finished)")
                    .param("ticket", event.ticket().value())
                    .param("at", Columns.utc(event.at()))
                    .param("finished", !event.to().unfinished())
                    .update();
        }
    }
}
