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

    Post(Messages messages, Timeline timeline, TicketLists tickets) {
        this.messages = messages;
        this.timeline = timeline;
        this.tickets = tickets;
    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    Parcel parcel(Outbox.Claim claim) {
        TimelineEntry.Message message = messages.message(claim.message()).orElseThrow();
        Ticket ticket = tickets.byId(claim.ticket()).orElseThrow();
        List<ReplyChannel.Passage> articles =
                message.automatic() ? List.of() : timeline.articles(claim.ticket(), claim.message());
        return new Parcel(
                message.channel(),
                new ReplyChannel.Outgoing(
                        message.id(),
                        ticket,
                        ticket.language(),
                        ticket.requester(),
                        messages.contactOf(message.id()),
                        message.from(),
                        message.subject(),
                        message.text(),
                        articles,
                        message.automatic(),
                        message.at()));
    }

    /** @param channel the way it leaves by */
    record Parcel(Channel channel, ReplyChannel.Outgoing content) {}
}
