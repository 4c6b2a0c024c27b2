package ma.mowakaba.directory;

import static ma.mowakaba.directory.People.Identity.EMAIL;
import static ma.mowakaba.directory.People.Identity.PHONE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The directory in MariaDB. What only reads joins a transaction, and opens none. */
@Component
@Transactional
class AddressBook implements Directory {
    private final People people;
    private final Cards cards;
    private final Associations associations;

    AddressBook(People people, Cards cards, Associations associations) {
        this.people = people;
        this.cards = cards;
        this.associations = associations;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<PersonCard> whoIs(PhoneNumber phone) {
        return people.owner(PHONE, phone.e164()).map(this::card);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<PersonCard> whoIs(EmailAddress email) {
        return people.owner(EMAIL, email.value()).map(this::card);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Known> known(PhoneNumber phone) {
        return people.known(phone);
    }

    @Override
    public PersonId meet(PhoneNumber phone, Optional<String> name, Language language) {
        return met(PHONE, phone.e164(), name, language).id();
    }

    @Override
    public PersonId meet(EmailAddress email, Optional<String> name, Language language) {
        return met(email, name, language).id();
    }

    @Override
    public Met met(EmailAddress email, Optional<String> name, Language language) {
        return met(EMAIL, email.value(), name, language);
    }

    @Override
    public PersonId meet(Optional<String> name, Language language) {
        return people.add(name, language);
    }

    @Override
    public void learn(
            PersonId person, Optional<String> name, Optional<EmailAddress> email, Optional<PhoneNumber> phone) {
        people.update(person, name, Optional.empty());
        email.ifPresent(address -> people.give(EMAIL, address.value(), person));
        phone.ifPresent(number -> people.give(PHONE, number.e164(), person));
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public PersonCard card(PersonId person) {
        return Optional.ofNullable(cards.cards(Set.of(person)).get(person))
                .orElseThrow(() -> Problem.notFound("person.unknown"));
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<EmailAddress> emails(PersonId person) {
        return cards.emails(List.of(person.value())).getOrDefault(person.value(), List.of());
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Map<PersonId, PersonCard> cards(Set<PersonId> persons) {
        return persons.isEmpty() ? Map.of() : cards.cards(persons);
    }

    @Override
    public AssociationId found(String name, String city, Optional<String> receiptNumber) {
        return associations.found(name, city, receiptNumber);
    }

    @Override
    public void mandate(PersonId person, AssociationId association, String role) {
        associations.mandate(person, association, role);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<AssociationId> associationNamed(String name) {
        return associations.named(name);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Map<AssociationId, String> associationsNamed(Collection<String> names) {
        return names.isEmpty() ? Map.of() : associations.named(names);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public AssociationCard association(AssociationId association) {
        return associations.card(association).orElseThrow(() -> Problem.notFound("association.unknown"));
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<PersonCard> search(String text, int limit) {
        String sought = text.strip();
        if (sought.isEmpty()) {
            return List.of();
        }
        List<PersonId> found = cards.beginningWith(sought, NumberPrefix.of(sought), limit);
        Map<PersonId, PersonCard> all = cards(Set.copyOf(found));
        return found.stream().map(all::get).toList();
    }

    private Met met(People.Identity identity, String value, Optional<String> name, Language language) {
        Optional<PersonId> known = people.owner(identity, value);
        if (known.isEmpty()) {
            return new Met(people.claim(identity, value, name, language), true);
        }
        people.update(known.get(), name, Optional.of(language));
        return new Met(known.get(), false);
    }
}
