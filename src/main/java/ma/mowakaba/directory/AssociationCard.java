package ma.mowakaba.directory;

import java.util.List;
import java.util.Optional;

/** An association with who speaks for it. @param people who last got a mandate first */
public record AssociationCard(
        AssociationId id, String name, String city, Optional<String> receiptNumber, List<Speaker> people) {

    /** @param role as in {@link PersonCard.Mandate} */
    public record Speaker(PersonId person, String role) {}
}
