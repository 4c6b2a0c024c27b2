package ma.mowakaba.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts messages together again from what is stored: those that leave at once in the same few statements, their files when it is their turn. */
@Component
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
class Post {
    private final Messages messages;
    private final Timeline timeline;
    private final TicketLists tickets;
    private final MergeBook merges;
    private final Attachments attachments;

    Post(Messages messages, Timeline timeline, TicketLists tickets, MergeBook merges, Attachments attachments) {
        this.messages = messages;
        this.timeline = timeline;
        this.tickets = tickets;
        this.merges = merges;
        this.attachments = attachments;
    }

    /** @param claims at least one @return a parcel for each that is still stored, in their order */
    List<Parcel> parcels(List<Outbox.Claim> claims) {
        Map<MessageId, Messages.Written> written =
                messages.written(claims.stream().map(Outbox.Claim::message).toList());
        Map<TicketId, Ticket> cases =
                tickets.byIds(claims.stream().map(Outbox.Claim::ticket).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Ticket::id, ticket -> ticket));
        Map<TicketId, Map<TicketId, TicketNumber>> talks = merges.talks(cases.values());
        List<Parcel> parcels = new ArrayList<>();
        for (Outbox.Claim claim : claims) {
            Messages.@Nullable Written message = written.get(claim.message());
            @Nullable Ticket ticket = cases.get(claim.ticket());
            if (message != null && ticket != null) {
                parcels.add(new Parcel(claim, message, ticket, talks.getOrDefault(ticket.id(), Map.of())));
            }
        }
        return parcels;
    }

    ReplyChannel.Outgoing content(Parcel parcel) {
        TimelineEntry.Message message = parcel.written().message();
        return new ReplyChannel.Outgoing(
                message.id(),
                parcel.ticket(),
                parcel.talk(),
                parcel.ticket().language(),
                parcel.ticket().requester(),
                parcel.written().contact(),
                message.from(),
                message.to(),
                message.copies(),
                message.subject(),
                message.text(),
                message.automatic()
                        ? List.of()
                        : timeline.articles(parcel.ticket().id(), message.id()),
                files(message),
                message.automatic(),
                parcel.written().notice(),
                message.at(),
                parcel.claim().attempt());
    }

    private List<ReplyChannel.Enclosure> files(TimelineEntry.Message message) {
        return message.attachments().stream()
                .map(file -> new ReplyChannel.Enclosure(
                        file.name(), file.type(), attachments.get(file.id()).bytes()))
                .toList();
    }

    /** @param talk as in {@link ReplyChannel.Outgoing} */
    record Parcel(Outbox.Claim claim, Messages.Written written, Ticket ticket, Map<TicketId, TicketNumber> talk) {
        /** @return the way it leaves by */
        Channel channel() {
            return written.message().channel();
        }
    }
}
