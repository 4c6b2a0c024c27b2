package ma.mowakaba.directory;

import static ma.mowakaba.kernel.Columns.utc;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Associations, and who speaks for them. */
@Repository
class Associations {
    private final JdbcClient sql;
    private final Clock clock;

    Associations(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The same name in the same city is the same association. */
    AssociationId found(String name, String city, Optional<String> receiptNumber) {
        sql.sql("""
            insert into association (id, name, city, receipt_number, created_at)
            values (:id, :name, :city, :receipt, :now)
            on duplicate key update receipt_number = coalesce(values(receipt_number), receipt_number)\
            """)
                .param("id", Ids.next(clock.millis()))
                .param("name", name)
                .param("city", city)
                .param("receipt", receiptNumber.orElse(null))
                .param("now", utc(Columns.now(clock)))
                .update();
        return id(sql.sql("select id from association where name = :name and city = :city for update")
                .param("name", name)
                .param("city", city)
                .query(String.class)
                .single());
    }

    void mandate(PersonId person, AssociationId association, String role) {
        sql.sql("""
            insert into mandate (person_id, association_id, role, since) values (:person, :association, :role, :now)
            on duplicate key update role = role\
            """)
                .param("person", person.value())
                .param("association", association.value())
                .param("role", role)
                .param("now", utc(Columns.now(clock)))
                .update();
    }

    Optional<AssociationId> named(String name) {
        return sql.sql("select id from association where name = :name order by city limit 1")
                .param("name", name)
                .query(String.class)
                .optional()
                .map(Associations::id);
    }

    private static AssociationId id(String value) {
        return new AssociationId(UUID.fromString(value));
    }
}
