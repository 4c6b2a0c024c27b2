package ma.mowakaba.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.contact.ContactEvent;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.StaffId;

/** Tells facts about contacts of one queue, as the channels do. */
final class Facts {

    private final ContactFacts facts;
    private final Queue queue;

    Facts(ContactFacts facts, Queue queue) {
        this.facts = facts;
        this.queue = queue;
    }

    static DomainCode freshDomain() {
        return new DomainCode("f-" + UUID.randomUUID().toString().substring(0, 8));
    }

    static Facts of(ContactFacts facts, DomainCode domain) {
        return new Facts(facts, new Queue(domain, Language.AR, Channel.CALL));
    }

    ContactId queued(Instant at) {
        var contact = new ContactId(UUID.randomUUID());
        facts.happened(new ContactEvent.Queued(contact, queue.channel(), queue.domain(), queue.language(), at));
        return contact;
    }

    /** Answered, and not over yet. */
    ContactId answered(Instant queued, long wait, StaffId by) {
        ContactId contact = queued(queued);
        facts.happened(new ContactEvent.Answered(contact, by, queued.plusSeconds(wait)));
        return contact;
    }

    void part(ContactId contact, StaffId by, Instant from, long seconds) {
        handled(contact, by, from, Optional.empty());
        handled(contact, by, from, Optional.of(from.plusSeconds(seconds)));
    }

    void handled(ContactId contact, StaffId by, Instant from, Optional<Instant> until) {
        handled(contact, by, from, until, Duration.ZERO);
    }

    void handled(ContactId contact, StaffId by, Instant from, Optional<Instant> until, Duration held) {
        facts.happened(new ContactEvent.Handled(
                contact, queue.channel(), queue.domain(), queue.language(), by, from, until, held));
    }

    void ended(ContactId contact, Outcome outcome, Instant at) {
        facts.happened(new ContactEvent.Ended(contact, outcome, Optional.empty(), at));
    }

    /** Answered after a wait and talked to for a minute. */
    void served(Instant queued, long wait) {
        StaffId by = new StaffId(UUID.randomUUID());
        ended(answered(queued, wait, by), Outcome.ANSWERED, queued.plusSeconds(wait + 60));
    }

    void lost(Instant queued, long wait, Outcome outcome) {
        ended(queued(queued), outcome, queued.plusSeconds(wait));
    }
}
