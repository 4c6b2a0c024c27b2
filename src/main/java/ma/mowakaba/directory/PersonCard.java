package ma.mowakaba.directory;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;

/**
 * A person with the associations he speaks for.
 *
 * @param name empty while we only know a number or an address
 * @param language he was last spoken to in
 */
public record PersonCard(
        PersonId id,
        Optional<String> name,
        Language language,
        List<EmailAddress> emails,
        List<PhoneNumber> phones,
        List<Mandate> mandates) {

    /**
     * What makes a person speak for an association.
     *
     * @param role such as {@code president}, {@code treasurer}, {@code secretary}, {@code member}
     */
    public record Mandate(AssociationId association, String associationName, String city, String role) {}
}
