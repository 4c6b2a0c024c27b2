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
 * @param reference unique within the channel: Linkedid of a call, raw-mail id, chat id; the same reference is the same contact
 * @param person empty for a withheld number
 */
public record Approach(
        Channel channel,
        String reference,
        Optional<PersonId> person,
        DomainCode domain,
        Language language,
        Instant at) {}
