package ma.mowakaba.metrics;

import java.time.Instant;
import ma.mowakaba.contact.ContactEvent;
import ma.mowakaba.kernel.Columns;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what happens to a contact down, in the transaction in which it happens. Each fact merges into the contact's row: the first
 * entry, the first answer and the first end count, in whatever order and however often they are told; only an end that was a guess
 * gives way to the one that is known.
 */
@Component
class ContactFacts {

    private final JdbcClient database;
    private final Handlings handlings;

    ContactFacts(JdbcClient database, Handlings handlings) {
        this.database = database;
        this.handlings = handlings;
    }

    @EventListener
    void happened(ContactEvent event) {
        switch (event) {
            case ContactEvent.Opened opened -> {}
            case ContactEvent.Queued queued -> queued(queued);
            case ContactEvent.Answered answered -> answered(answered);
            case ContactEvent.Handled handled -> handlings.part(handled);
            case ContactEvent.Ended ended -> ended(ended);
        }
    }

    private void queued(ContactEvent.Queued event) {
        fact("""
            insert into contact_fact (contact_id, channel, domain, language, queued_at)
            values (:contact, :channel, :domain, :language, :at)
            on duplicate key update
              channel = values(channel),
              domain = if(queued_at is null or values(queued_at) < queued_at, values(domain), domain),
              language = if(queued_at is null or values(queued_at) < queued_at, values(language), language),
              queued_at = least(coalesce(queued_at, values(queued_at)), values(queued_at))\
            """, event, event.at())
                .param("channel", event.channel().name())
                .param("domain", event.domain().value())
                .param("language", event.language().name())
                .update();
    }

    private void answered(ContactEvent.Answered event) {
        fact("""
            insert into contact_fact (contact_id, answered_at, answered_by) values (:contact, :at, :by)
            on duplicate key update
              answered_by = if(answered_at is null or values(answered_at) < answered_at, values(answered_by), answered_by),
              answered_at = least(coalesce(answered_at, values(answered_at)), values(answered_at))\
            """, event, event.at()).param("by", event.by().value()).update();
    }

    private void ended(ContactEvent.Ended event) {
        fact("""
            insert into contact_fact (contact_id, ended_at, outcome) values (:contact, :at, :outcome)
            on duplicate key update
              outcome = case
                when ended_at is null or outcome = 'INTERRUPTED' then values(outcome)
                when values(outcome) <> 'INTERRUPTED' and values(ended_at) < ended_at then values(outcome)
                else outcome end,
              ended_at = least(coalesce(ended_at, values(ended_at)), values(ended_at))\
            """, event, event.at()).param("outcome", event.outcome().name()).update();
    }

    private JdbcClient.StatementSpec fact(String sql, ContactEvent event, Instant at) {
        return database.sql(sql).param("contact", event.contact().value()).param("at", Columns.utc(at));
    }
}
