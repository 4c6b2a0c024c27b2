package ma.mowakaba.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads persons with all that is known of them. */
@Repository
class Cards {
    private final JdbcClient sql;

    Cards(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param persons at least one */
    Map<PersonId, PersonCard> cards(Set<PersonId> persons) {
        List<UUID> ids = persons.stream().map(PersonId::value).toList();
        Map<UUID, List<EmailAddress>> emails = emails(ids);
        Map<UUID, List<PhoneNumber>> phones = phones(ids);
        Map<UUID, List<PersonCard.Mandate>> mandates = mandates(ids);
        return sql
                .sql("select id, name, language from person where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> {
                    UUID id = Columns.uuid(row, "id");
                    return new PersonCard(
                            new PersonId(id),
                            Optional.ofNullable(row.getString("name")),
                            Language.valueOf(row.getString("language")),
                            emails.getOrDefault(id, List.of()),
                            phones.getOrDefault(id, List.of()),
                            mandates.getOrDefault(id, List.of()));
                })
                .list()
                .stream()
                .collect(toMap(PersonCard::id, Function.identity()));
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

    /** @return the last met first */
    Map<UUID, List<EmailAddress>> emails(List<UUID> ids) {
        return grouped(
                "select person_id, address from person_email where person_id in (:ids) order by met_at desc, address",
                ids,
                row -> new EmailAddress(row.getString("address")));
    }

    private Map<UUID, List<PhoneNumber>> phones(List<UUID> ids) {
        return grouped(
                "select person_id, e164 from person_phone where person_id in (:ids) order by met_at desc, e164",
                ids,
                row -> new PhoneNumber(row.getString("e164")));
    }

    private Map<UUID, List<PersonCard.Mandate>> mandates(List<UUID> ids) {
        return grouped(
                """
                select m.person_id, a.id, a.name, a.city, m.role from mandate m join association a on a.id = m.association_id
                where m.person_id in (:ids) order by m.since desc, a.name\
                """,
                ids,
                row -> new PersonCard.Mandate(
                        new AssociationId(Columns.uuid(row, "id")),
                        row.getString("name"),
                        row.getString("city"),
                        row.getString("role")));
    }

    private <T> Map<UUID, List<T>> grouped(String text, List<UUID> ids, Reader<T> reader) {
        return sql
                .sql(text)
                .param("ids", ids)
                .query((row, number) -> Map.entry(Columns.uuid(row, "person_id"), reader.read(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
