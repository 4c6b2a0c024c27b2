package ma.mowakaba.contact;

import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.StaffId;

/**
 * A contact as it stands.
 *
 * @param queuedAt when he began to wait for an advisor; empty when he never did
 * @param answeredAt when an advisor first answered
 */
public record Contact(
        ContactId id,
        Channel channel,
        String reference,
        Optional<PersonId> person,
        DomainCode domain,
        Language language,
        Instant openedAt,
        Optional<Instant> queuedAt,
        Optional<Instant> answeredAt,
        Optional<StaffId> answeredBy,
        Optional<Instant> endedAt,
        Optional<Outcome> outcome) {}
