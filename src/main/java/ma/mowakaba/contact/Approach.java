package ma.mowakaba.contact;

import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;

/**
 * Somebody turns to us.
 *
 * @param reference unique within the channel, 1 to 190 characters: Linkedid of a call, raw-mail id, chat id; the same reference is the same contact
 * @param person empty for a withheld number
 */
public record Approach(
        Channel channel,
        String reference,
        Optional<PersonId> person,
        DomainCode domain,
        Language language,
        Instant at) {
    public Approach {
        if (reference.isBlank() || reference.length() > 190) {
            throw new IllegalArgumentException("a reference has 1 to 190 characters");
        }
    }
}
