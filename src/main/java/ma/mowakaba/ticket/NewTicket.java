package ma.mowakaba.ticket;

import java.util.Optional;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;

/**
 * @param requester empty for a call with a withheld number
 * @param sorted what the classifier told, where nobody else named the domain
 */
public record NewTicket(
        String subject,
        Channel channel,
        DomainCode domain,
        Language language,
        Priority priority,
        Optional<PersonId> requester,
        Optional<String> association,
        Optional<Library.Classification> sorted) {

    /** A case of which somebody named the domain. */
    public NewTicket(
            String subject,
            Channel channel,
            DomainCode domain,
            Language language,
            Priority priority,
            Optional<PersonId> requester,
            Optional<String> association) {
        this(subject, channel, domain, language, priority, requester, association, Optional.empty());
    }

    public NewTicket sortedBy(Library.Classification told) {
        return new NewTicket(subject, channel, domain, language, priority, requester, association, Optional.of(told));
    }
}
