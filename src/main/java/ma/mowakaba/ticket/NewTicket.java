package ma.mowakaba.ticket;

import java.util.Optional;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;

/** @param requester empty for a call with a withheld number */
public record NewTicket(
        String subject,
        Channel channel,
        DomainCode domain,
        Language language,
        Priority priority,
        Optional<PersonId> requester,
        Optional<String> association) {}
