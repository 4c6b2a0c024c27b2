package ma.mowakaba.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.mowakaba.mail.Deliveries;
import ma.mowakaba.mail.MailRemarks;
import ma.mowakaba.ticket.MessageId;
import ma.mowakaba.ticket.TimelineEntry;
import org.springframework.stereotype.Component;

/** What the mail room knows of the messages of a timeline, beside what they say. */
@Component
public class MessageFates {

    private final MailRemarks remarks;
    private final Deliveries deliveries;

    MessageFates(MailRemarks remarks, Deliveries deliveries) {
        this.remarks = remarks;
        this.deliveries = deliveries;
    }

    /** @return of all messages among the entries, asked for at once */
    public Known of(List<TimelineEntry> entries) {
        List<MessageId> messages = entries.stream()
                .filter(TimelineEntry.Message.class::isInstance)
                .map(entry -> ((TimelineEntry.Message) entry).id())
                .toList();
        return new Known(remarks.of(messages.stream().map(MessageId::value).toList()), deliveries.of(messages));
    }

    public record Known(
            Map<UUID, List<MailRemarks.Remark>> remarks, Map<MessageId, List<Deliveries.Recipient>> recipients) {

        public List<MailRemarks.Remark> remarks(TimelineEntry.Message message) {
            return remarks.getOrDefault(message.id().value(), List.of());
        }

        public List<Deliveries.Recipient> recipients(TimelineEntry.Message message) {
            return recipients.getOrDefault(message.id(), List.of());
        }
    }
}
