package ma.mowakaba.web.api;

import java.util.Optional;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import org.springframework.stereotype.Component;

/** Finds out who wrote a form and what it is about, where he did not say. */
@Component
class FormReader {
    private final Directory directory;
    private final Library library;

    FormReader(Directory directory, Library library) {
        this.directory = directory;
        this.library = library;
    }

    Subject subject(NewTicketBody.Wanted wanted) {
        if (wanted.domain().isPresent() && wanted.language().isPresent()) {
            return new Subject(wanted.domain().get(), wanted.language().get(), Optional.empty());
        }
        Library.Classification heard = library.classify(wanted.subject() + "\n" + wanted.body());
        return new Subject(
                wanted.domain().orElse(heard.domain()),
                wanted.language().orElse(heard.language()),
                wanted.domain().isEmpty() ? Optional.of(heard) : Optional.empty());
    }

    Optional<PersonId> requester(NewTicketBody.Wanted wanted, Language language) {
        Optional<PersonId> met = wanted.email()
                .map(email -> directory.meet(email, wanted.name(), language))
                .or(() -> wanted.phone().map(phone -> directory.meet(phone, wanted.name(), language)))
                .or(() -> wanted.name().map(name -> directory.meet(Optional.of(name), language)));
        met.ifPresent(person -> directory.learn(person, Optional.empty(), wanted.email(), wanted.phone()));
        return met;
    }

    /** @param sorted what the classifier told, where he did not name the domain */
    record Subject(DomainCode domain, Language language, Optional<Library.Classification> sorted) {}
}
