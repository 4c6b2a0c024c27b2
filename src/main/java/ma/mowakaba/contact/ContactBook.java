package ma.mowakaba.contact;

import static ma.mowakaba.kernel.Columns.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row a contact. A stage is written where it is empty: the statement's count says who was first. */
@Repository
class ContactBook {
    private final JdbcClient sql;
    private final Clock clock;

    ContactBook(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * @param queuedAt empty when the wait begins later
     * @return empty when the reference is known already
     */
    Optional<ContactId> insert(Approach approach, Optional<Instant> queuedAt) {
        ContactId id = new ContactId(Ids.next(clock.millis()));
        int inserted = sql.sql("""
            insert ignore into contact (id, channel, reference, person_id, domain, language, opened_at, queued_at)
            values (:id, :channel, :reference, :person, :domain, :language, :at, :queued)\
            """)
                .param("id", id.value())
                .param("channel", approach.channel().name())
                .param("reference", approach.reference())
                .param("person", approach.person().map(person -> person.value()).orElse(null))
                .param("domain", approach.domain().value())
                .param("language", approach.language().name())
                .param("at", utc(approach.at()))
                .param("queued", queuedAt.map(Columns::utc).orElse(null))
                .update();
        return inserted == 1 ? Optional.of(id) : Optional.empty();
    }

    boolean queued(ContactId contact, DomainCode domain, Language language, Instant at) {
        ReadContacts.changed(contact);
        return 1
                == sql.sql("""
                    update contact set queued_at = :at, domain = :domain, language = :language
                    where id = :id and queued_at is null\
                    """)
                        .param("at", utc(at))
                        .param("domain", domain.value())
                        .param("language", language.name())
                        .param("id", contact.value())
                        .update();
    }

    boolean answered(ContactId contact, StaffId by, Instant at) {
        ReadContacts.changed(contact);
        return 1
                == sql.sql("update contact set answered_at = :at, answered_by = :by where id = :id and"
                                + " answered_at is null")
                        .param("at", utc(at))
                        .param("by", by.value())
                        .param("id", contact.value())
                        .update();
    }

    boolean ended(ContactId contact, Outcome outcome, Instant at) {
        ReadContacts.changed(contact);
        return 1
                == sql.sql("""
                    update contact set ended_at = :at, outcome = :outcome
                    where id = :id and (ended_at is null or outcome = 'INTERRUPTED' and :outcome <> 'INTERRUPTED')\
                    """)
                        .param("at", utc(at))
                        .param("outcome", outcome.name())
                        .param("id", contact.value())
                        .update();
    }

    Optional<Contact> byId(ContactId contact) {
        return ReadContacts.get(contact, this::read);
    }

    private Optional<Contact> read(ContactId contact) {
        return sql.sql("select * from contact where id = :id")
                .param("id", contact.value())
                .query(ContactRow::read)
                .optional();
    }

    /** @param contacts at least one */
    List<Contact> byIds(Collection<ContactId> contacts) {
        return sql.sql("select * from contact where id in (:ids)")
                .param(
                        "ids",
                        Columns.few(contacts.stream().map(ContactId::value).toList()))
                .query(ContactRow::read)
                .list();
    }

    Optional<Contact> byReference(Channel channel, String reference) {
        return find(channel, reference, "");
    }

    /** Sees what others have committed since this transaction began. */
    Optional<Contact> committed(Channel channel, String reference) {
        return find(channel, reference, " lock in share mode");
    }

    private Optional<Contact> find(Channel channel, String reference, String lock) {
        return sql.sql("select * from contact where channel = :channel and reference = :reference" + lock)
                .param("channel", channel.name())
                .param("reference", reference)
                .query(ContactRow::read)
                .optional();
    }
}
