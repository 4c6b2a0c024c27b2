package ma.mowakaba.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.contact.Approach;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;

/** Cases and messages with everything said that a test does not care about. */
final class Cases {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final DomainCode FUNDING = new DomainCode("funding");

    private Cases() {}

    static NewTicket about(String subject) {
        return about(subject, Optional.empty());
    }

    static NewTicket about(String subject, Optional<PersonId> requester) {
        return new NewTicket(
                subject,
                Channel.MAIL,
                FUNDING,
                Language.FR,
                Priority.NORMAL,
                requester,
                Optional.of("Association Amal"));
    }

    static IncomingMessage saying(String text, ContactId contact) {
        return saying(text, contact, List.of());
    }

    static IncomingMessage saying(String text, ContactId contact, List<IncomingMessage.AttachmentDraft> files) {
        return new IncomingMessage(
                Channel.MAIL,
                contact,
                Optional.empty(),
                "Driss <driss@example.ma>",
                "contact@example.org",
                List.of(),
                "Demande de subvention",
                text,
                Optional.of("<p>" + text + "</p>"),
                files,
                NOON);
    }

    static ContactId contact(Reception reception, Channel channel) {
        return reception.welcome(
                new Approach(channel, UUID.randomUUID().toString(), Optional.empty(), FUNDING, Language.FR, NOON));
    }

    static TicketFilter of(PersonId requester, TicketFilter.Sort sort, TicketState... states) {
        return new TicketFilter(
                Set.of(states),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(requester),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sort);
    }

    static TicketFilter sought(String q) {
        return new TicketFilter(
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(q),
                Optional.empty(),
                Optional.empty(),
                TicketFilter.Sort.NEWEST);
    }
}
