package ma.mowakaba.metrics;

import java.time.Instant;
import java.util.UUID;
import ma.mowakaba.contact.ContactEvent;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down who had a live conversation for how long, and what he had to do after it. */
@Component
class Handlings {

    private final JdbcClient database;

    Handlings(JdbcClient database) {
        this.database = database;
    }

    void part(ContactEvent.Handled part) {
        database.sql("""
            insert into handling_fact (contact_id, advisor_id, since, left_at, hold, channel, domain, language)
            values (:contact, :advisor, :since, :until, :hold, :channel, :domain, :language)
            on duplicate key update
              hold = values(hold),
              left_at = least(coalesce(left_at, values(left_at)), coalesce(values(left_at), left_at))\
            """)
                .param("contact", part.contact().value())
                .param("advisor", part.by().value())
                .param("since", Columns.utc(part.from()))
                .param("until", Columns.utc(part.until()))
                .param("hold", part.held().toNanos() / 1_000)
                .param("channel", part.channel().name())
                .param("domain", part.domain().value())
                .param("language", part.language().name())
                .update();
        part.until().ifPresent(end -> sum(part.contact().value()));
    }

    /** The wrap-up after a call belongs to it; one he chose with no call just before belongs to none. */
    void afterWork(StaffId advisor, Instant since, Instant until) {
        database.sql("""
            select contact_id from handling_fact
            where advisor_id = :advisor and left_at between :since - interval 2 minute and :since + interval 10 second
              and channel = 'CALL' order by left_at desc limit 1\
            """)
                .param("advisor", advisor.value())
                .param("since", Columns.utc(since))
                .query((row, number) -> new ContactId(Columns.uuid(row, "contact_id")))
                .optional()
                .ifPresent(contact -> {
                    database.sql("""
                        update handling_fact set after_work = timestampdiff(microsecond, :since, :until)
                        where contact_id = :contact and advisor_id = :advisor and left_at is not null
                        order by left_at desc limit 1\
                        """)
                            .param("since", Columns.utc(since))
                            .param("until", Columns.utc(until))
                            .param("contact", contact.value())
                            .param("advisor", advisor.value())
                            .update();
                    sum(contact.value());
                });
    }

    private void sum(UUID contact) {
        database.sql("""
            insert into contact_fact (contact_id, handled)
            values (:contact, (select sum(timestampdiff(microsecond, since, left_at) + coalesce(after_work, 0))
              from handling_fact where contact_id = :contact and left_at is not null))
            on duplicate key update handled = values(handled)\
            """).param("contact", contact).update();
    }
}
