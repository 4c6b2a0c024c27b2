package ma.mowakaba.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.staff.StaffId;

/**
 * A message of ours, written and not yet sent.
 *
 * @param author empty when the center speaks by itself
 * @param sender name of the author, as the requester sees it
 * @param copies who gets it too, by mail
 * @param whole the articles are to be read in it, not only linked
 */
record Letter(
        Channel channel,
        Optional<StaffId> author,
        String sender,
        String recipient,
        List<EmailAddress> copies,
        String subject,
        String text,
        List<Article> carried,
        boolean whole,
        List<IncomingMessage.AttachmentDraft> files) {

    Letter with(List<IncomingMessage.AttachmentDraft> enclosed, List<EmailAddress> others) {
        return new Letter(channel, author, sender, recipient, others, subject, text, carried, whole, enclosed);
    }

    TimelineEntry.Message message(MessageId id, TicketId ticket, Instant at) {
        return new TimelineEntry.Message(
                id,
                ticket,
                channel,
                TimelineEntry.Direction.OUT,
                author.isEmpty(),
                author,
                sender,
                recipient,
                copies,
                subject,
                text,
                Optional.empty(),
                List.of(),
                TimelineEntry.Delivery.QUEUED,
                Optional.empty(),
                at);
    }

    List<TimelineEntry.ArticleSent> articles(Instant at) {
        return carried.stream()
                .map(article -> new TimelineEntry.ArticleSent(
                        article.slug(), article.language(), article.version(), article.title(), whole, author, at))
                .toList();
    }
}
