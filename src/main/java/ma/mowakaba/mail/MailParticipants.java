package ma.mowakaba.mail;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.TimelineEntry;
import org.springframework.stereotype.Component;

/** The door, opened. */
@Component
class MailParticipants implements Participants {

    private static final int MOST = 8;

    private final Mailboxes mailboxes;

    MailParticipants(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public List<EmailAddress> beside(Collection<EmailAddress> his, List<TimelineEntry> said) {
        return said.reversed().stream()
                .flatMap(MailParticipants::addresses)
                .distinct()
                .filter(address -> !his.contains(address) && !ours(address))
                .limit(MOST)
                .toList();
    }

    private static Stream<EmailAddress> addresses(TimelineEntry entry) {
        return entry instanceof TimelineEntry.Message message
                        && message.channel() == Channel.MAIL
                        && !message.automatic()
                ? Stream.concat(shown(message), message.copies().stream())
                : Stream.empty();
    }

    /** Of a mail of ours the author is a name. */
    private static Stream<EmailAddress> shown(TimelineEntry.Message message) {
        return Stream.of(message.from(), message.to())
                .flatMap(line -> Senders.ofText(line).stream())
                .map(Senders.One::address);
    }

    private boolean ours(EmailAddress address) {
        return mailboxes.of(ReplyAddress.plain(address)).isPresent();
    }
}
