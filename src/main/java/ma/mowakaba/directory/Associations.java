package ma.mowakaba.directory;

import static ma.mowakaba.kernel.Columns.utc;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** @param names at least one */
    Map<AssociationId, String> named(Collection<String> names) {
        Map<AssociationId, String> found = new LinkedHashMap<>();
        sql.sql("select id, name from association where name in (:names) order by name, city limit 200")
                .param("names", names)
                .query(row -> {
                    found.put(new AssociationId(Columns.uuid(row, "id")), row.getString("name"));
                });
        return found;
    }

    Optional<AssociationCard> card(AssociationId association) {
        List<AssociationCard.Speaker> people = sql.sql(
                        "select person_id, role from mandate where association_id = :id order by since desc limit 50")
                .param("id", association.value())
                .query((row, number) -> new AssociationCard.Speaker(
                        new PersonId(Columns.uuid(row, "person_id")), row.getString("role")))
                .list();
        return sql.sql("select name, city, receipt_number from association where id = :id")
                .param("id", association.value())
                .query((row, number) -> new AssociationCard(
                        association,
                        row.getString("name"),
                        row.getString("city"),
                        Optional.ofNullable(row.getString("receipt_number")),
                        people))
                .optional();
    }

    private static AssociationId id(String value) {
        return new AssociationId(UUID.fromString(value));
    }
}
