package ma.mowakaba.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads persons with all that is known of them. */
@Repository
class Cards {
    private final JdbcClient sql;

    Cards(JdbcClient sql) {
        this.sql = sql;
    }

    PersonCard card(PersonId person) {
        return sql.sql("select name, language from person where id = :id")
                .param("id", person.value())
                .query((row, number) -> card(person, row))
                .optional()
                .orElseThrow(() -> Problem.notFound("person.unknown"));
    }

    /** One range of an index for each thing a person is known by. */
    List<PersonId> beginningWith(String text, Optional<String> number, int limit) {
        return sql.sql("""
            (select id from person where name like :text order by name limit :limit)
            union (select person_id from person_email where address like :address order by address limit :limit)
            union (select person_id from person_phone where e164 like :number order by e164 limit :limit)
            union (select m.person_id from association a join mandate m on m.association_id = a.id
              where a.name like :text order by a.name limit :limit)
            limit :limit\
            """)
                .param("text", Columns.prefix(text))
                .param("address", Columns.prefix(text.toLowerCase(Locale.ROOT)))
                .param("number", number.map(Columns::prefix).orElse(""))
                .param("limit", limit)
                .query((row, index) -> new PersonId(Columns.uuid(row, "id")))
                .list();
    }

    private PersonCard card(PersonId person, ResultSet row) throws SQLException {
        return new PersonCard(
                person,
                Optional.ofNullable(row.getString("name")),
                Language.valueOf(row.getString("language")),
                emails(person),
                phones(person),
                mandates(person));
    }

    private List<EmailAddress> emails(PersonId person) {
        return sql
                .sql("select address from person_email where person_id = :id order by met_at desc, address")
                .param("id", person.value())
                .query(String.class)
                .list()
                .stream()
                .map(EmailAddress::new)
                .toList();
    }

    private List<PhoneNumber> phones(PersonId person) {
        return sql
                .sql("select e164 from person_phone where person_id = :id order by met_at desc, e164")
                .param("id", person.value())
                .query(String.class)
                .list()
                .stream()
                .map(PhoneNumber::new)
                .toList();
    }

    private List<PersonCard.Mandate> mandates(PersonId person) {
        return sql.sql("""
            select a.id, a.name, a.city, m.role from mandate m join association a on a.id = m.association_id
            where m.person_id = :id order by m.since desc, a.name\
            """)
                .param("id", person.value())
                .query((row, number) -> new PersonCard.Mandate(
                        new AssociationId(Columns.uuid(row, "id")),
                        row.getString("name"),
                        row.getString("city"),
                        row.getString("role")))
                .list();
    }
}
