package ma.mowakaba.directory;

import static ma.mowakaba.kernel.Columns.utc;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes persons, their numbers and addresses. */
@Repository
class People {
    private final JdbcClient sql;
    private final Clock clock;

    People(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    PersonId add(Optional<String> name, Language language) {
        PersonId id = new PersonId(Ids.next(clock.millis()));
        insert(id, name, language);
        return id;
    }

    /**
     * Claims the number or address for a new person; the unique key lets one of many win, the others find his person.
     *
     * @return the person the key belongs to now
     */
    PersonId claim(Identity identity, String value, Optional<String> name, Language language) {
        PersonId candidate = new PersonId(Ids.next(clock.millis()));
        if (!first(identity, value, candidate)) {
            return ownerNow(identity, value);
        }
        insert(candidate, name, language);
        return candidate;
    }

    /** The number or address becomes his unless somebody has it. */
    void give(Identity identity, String value, PersonId person) {
        sql.sql(identity.insert)
                .param("value", value)
                .param("person", person.value())
                .param("now", utc(Columns.now(clock)))
                .update();
    }

    private boolean first(Identity identity, String value, PersonId person) {
        return 1
                == sql.sql(identity.first)
                        .param("value", value)
                        .param("person", person.value())
                        .param("now", utc(Columns.now(clock)))
                        .update();
    }

    Optional<PersonId> owner(Identity identity, String value) {
        return sql.sql(identity.select)
                .param("value", value)
                .query(String.class)
                .optional()
                .map(People::id);
    }

    Optional<Directory.Known> known(PhoneNumber phone) {
        return sql.sql("select p.id, p.language from person_phone n join person p on p.id = n.person_id where n.e164"
                        + " = ?")
                .param(phone.e164())
                .query((row, number) ->
                        new Directory.Known(id(row.getString("id")), Language.valueOf(row.getString("language"))))
                .optional();
    }

    void update(PersonId person, Optional<String> name, Optional<Language> language) {
        sql.sql("""
            update person set name = coalesce(:name, name), language = coalesce(:language, language), updated_at = :now
            where id = :id and (name is null or coalesce(:name, name) <> name
              or coalesce(:language, language) <> language)\
            """)
                .param("name", name.flatMap(People::shown).orElse(null))
                .param("language", language.map(Enum::name).orElse(null))
                .param("now", utc(Columns.now(clock)))
                .param("id", person.value())
                .update();
    }

    private PersonId ownerNow(Identity identity, String value) {
        return id(sql.sql(identity.select + " lock in share mode")
                .param("value", value)
                .query(String.class)
                .single());
    }

    private void insert(PersonId id, Optional<String> name, Language language) {
        sql.sql("""
            insert into person (id, name, language, created_at, updated_at)
            values (:id, :name, :language, :now, :now)\
            """)
                .param("id", id.value())
                .param("name", name.flatMap(People::shown).orElse(null))
                .param("language", language.name())
                .param("now", utc(Columns.now(clock)))
                .update();
    }

    private static Optional<String> shown(String name) {
        String clean = name.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.isEmpty() ? Optional.empty() : Optional.of(clean.substring(0, Math.min(200, clean.length())));
    }

    private static PersonId id(String value) {
        return new PersonId(UUID.fromString(value));
    }

    /** What a person is recognised by. */
    enum Identity {
        PHONE("person_phone", "e164"),
        EMAIL("person_email", "address");

        private final String insert;
        private final String first;
        private final String select;

        Identity(String table, String column) {
            insert = "insert into " + table + " (" + column + ", person_id, met_at) values (:value, :person, :now)"
                    + " on duplicate key update met_at = values(met_at)";
            first = "insert ignore into " + table + " (" + column
                    + ", person_id, met_at) values (:value, :person, :now)";
            select = "select person_id from " + table + " where " + column + " = :value";
        }
    }
}
