package ma.mowakaba.metrics;

import java.time.Instant;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down how long each advisor was in which state. */
@Component
class PresenceFacts {

    private final JdbcClient database;
    private final Handlings handlings;

    PresenceFacts(JdbcClient database, Handlings handlings) {
        this.database = database;
        this.handlings = handlings;
    }

    @EventListener
    void changed(PresenceChanged event) {
        if (event.before().state() == event.after().state()) {
            return;
        }
        if (event.before().state() != Presence.State.OFFLINE) {
            left(event);
        }
        if (event.before().state() == Presence.State.WRAP_UP) {
            handlings.afterWork(event.advisor(), event.before().since(), event.at());
        }
        if (event.after().state() != Presence.State.OFFLINE) {
            fact("""
                insert into presence_fact (advisor_id, since, state) values (:advisor, :at, :state)
                on duplicate key update state = values(state), left_at = null\
                """, event).param("state", event.after().state().name()).update();
        }
    }

    /** One row by its whole key: years of older ones are neither looked at nor locked. A row that is not there as it should be is looked for. */
    private void left(PresenceChanged event) {
        int rows = fact(
                        "update presence_fact set left_at = :at where advisor_id = :advisor and since = :since and"
                                + " left_at is null",
                        event)
                .param("since", Columns.utc(event.before().since()))
                .update();
        if (rows == 0) {
            fact(
                            "update presence_fact set left_at = :at where advisor_id = :advisor and left_at is null and"
                                    + " since <= :at",
                            event)
                    .update();
        }
    }

    private JdbcClient.StatementSpec fact(String sql, PresenceChanged event) {
        Instant at = event.at();
        return database.sql(sql).param("advisor", event.advisor().value()).param("at", Columns.utc(at));
    }
}
