package ma.mowakaba.web.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A case, as programs read it.
 *
 * @param mergedInto number of the case that is worked on in its place; a case that is a part of another is closed
 */
record TicketView(
        String number,
        String subject,
        String state,
        String priority,
        String domain,
        String language,
        String channel,
        Optional<Requester> requester,
        Optional<String> association,
        Optional<Colleague> advisor,
        Set<String> tags,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> firstResponseAt,
        Optional<Instant> resolvedAt,
        Optional<Instant> due,
        Optional<String> mergedInto,
        long version) {

    /** Who asked, as far as we know him. */
    record Requester(UUID id, Optional<String> name, Optional<String> email, Optional<String> phone) {}

    /** Who works on it. */
    record Colleague(UUID id, String name) {}
}
