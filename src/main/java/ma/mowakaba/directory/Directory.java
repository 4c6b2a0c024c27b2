package ma.mowakaba.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;

/** Door of the module: who is calling or writing, and for which associations he speaks. */
public interface Directory {

    /** @return the person last met under this number; empty when we do not know it */
    Optional<PersonCard> whoIs(PhoneNumber phone);

    Optional<PersonCard> whoIs(EmailAddress email);

    /** Somebody we have met. @param language in which he is spoken to */
    record Known(PersonId id, Language language) {}

    /** The same as {@link #whoIs(PhoneNumber)} where no more is asked for: each call does. */
    Optional<Known> known(PhoneNumber phone);

    /** @return the one we know, else a new one; concurrent meetings of one number end with one person */
    PersonId meet(PhoneNumber phone, Optional<String> name, Language language);

    PersonId meet(EmailAddress email, Optional<String> name, Language language);

    /** Somebody we meet. @param first whether we did not know him: this transaction may not even see him if others meet him at the same moment */
    record Met(PersonId id, boolean first) {}

    /** The same as {@link #meet(EmailAddress, Optional, Language)} for whoever asks more about him then. */
    Met met(EmailAddress email, Optional<String> name, Language language);

    /** A visitor without number or address. */
    PersonId meet(Optional<String> name, Language language);

    /** Adds what we learned; empty values change nothing. */
    void learn(PersonId person, Optional<String> name, Optional<EmailAddress> email, Optional<PhoneNumber> phone);

    /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code person.unknown} */
    PersonCard card(PersonId person);

    /** @return where he can be written to, the last met first; empty when we do not know any */
    List<EmailAddress> emails(PersonId person);

    /** @return those of them that exist, asked for at once */
    Map<PersonId, PersonCard> cards(Set<PersonId> persons);

    /** @param city as people write it */
    AssociationId found(String name, String city, Optional<String> receiptNumber);

    void mandate(PersonId person, AssociationId association, String role);

    Optional<AssociationId> associationNamed(String name);

    /** @param names at most some hundred @return the associations of these names, in every city, by name */
    Map<AssociationId, String> associationsNamed(Collection<String> names);

    /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code association.unknown} */
    AssociationCard association(AssociationId association);

    /** @return at most {@code limit} persons whose name, number, address or association begins with the text */
    List<PersonCard> search(String text, int limit);
}
