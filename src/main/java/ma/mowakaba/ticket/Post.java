package ma.mowakaba.ticket;

import java.util.List;
import ma.mowakaba.kernel.Channel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a message together again from what is stored. */
@Component
class Post {
    private final Messages messages;
    private final Timeline timeline;
    private final TicketLists tickets;
    private final Attachments attachments;

    Post(Messages messages, Timeline timeline, TicketLists tickets, Attachments attachments) {
        this.messages = messages;
        this.timeline = timeline;
        this.tickets = tickets;
        this.attachments = attachments;
    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    Parcel parcel(Outbox.Claim claim) {
        TimelineEntry.Message message = messages.message(claim.message()).orElseThrow();
        Ticket ticket = tickets.byId(claim.ticket()).orElseThrow();
        Messages.Occasion occasion = messages.occasion(message.id());
        List<ReplyChannel.Passage> articles =
                message.automatic() ? List.of() : timeline.articles(claim.ticket(), claim.message());
        return new Parcel(
                message.channel(),
                new ReplyChannel.Outgoing(
                        message.id(),
                        ticket,
                        ticket.language(),
                        ticket.requester(),
                        occasion.contact(),
                        message.from(),
                        message.subject(),
                        message.text(),
                        articles,
                        files(message),
                        message.automatic(),
                        occasion.notice(),
                        message.at()));
    }

    private List<ReplyChannel.Enclosure> files(TimelineEntry.Message message) {
        return message.attachments().stream()
                .map(file -> new ReplyChannel.Enclosure(
                        file.name(), file.type(), attachments.get(file.id()).bytes()))
                .toList();
    }

    /** @param channel the way it leaves by */
    record Parcel(Channel channel, ReplyChannel.Outgoing content) {}
}
