package ma.mowakaba.metrics;

import ma.mowakaba.kernel.Columns;
import ma.mowakaba.routing.RoutingEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down who was given what. */
@Component
class AssignmentFacts {

    private final JdbcClient database;

    AssignmentFacts(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void given(RoutingEvent.Assigned event) {
        database.sql("insert ignore into assignment_fact (advisor_id, at, contact_id, channel) values (:advisor,"
                        + " :at, :contact, :channel)")
                .param("advisor", event.advisor().value())
                .param("at", Columns.utc(event.at()))
                .param("contact", event.contact().value())
                .param("channel", event.channel().name())
                .update();
    }
}
