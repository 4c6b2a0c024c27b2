package ma.mowakaba.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.mail.Deliveries;
import ma.mowakaba.mail.MailRemarks;
import ma.mowakaba.routing.Reasons;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.MessageId;
import ma.mowakaba.ticket.TimelineEntry;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What happened in a case, in the caller's words. */
@Component
class TimelineViews {
    private final TicketViews tickets;
    private final Reasons reasons;
    private final MailRemarks remarks;
    private final MessageSource messages;
    private final Deliveries deliveries;

    TimelineViews(
            TicketViews tickets, Reasons reasons, MailRemarks remarks, MessageSource messages, Deliveries deliveries) {
        this.remarks = remarks;
        this.tickets = tickets;
        this.reasons = reasons;
        this.messages = messages;
        this.deliveries = deliveries;
    }

    Items page(Page<TimelineEntry> page, Locale locale) {
        List<MessageId> mails = page.items().stream()
                .filter(TimelineEntry.Message.class::isInstance)
                .map(entry -> ((TimelineEntry.Message) entry).id())
                .toList();
        Told told = new Told(remarks.of(mails.stream().map(MessageId::value).toList()), deliveries.of(mails));
        return new Items(page.map(entry -> item(entry, told, locale)).items(), page.next());
    }

    /** Not a {@link Listing}: the items would not say their type there. */
    record Items(List<TimelineItem> items, Optional<String> next) {}

    /** What is known of the messages beside what they say. */
    private record Told(
            Map<UUID, List<MailRemarks.Remark>> remarks, Map<MessageId, List<Deliveries.Recipient>> recipients) {}

    private TimelineItem item(TimelineEntry entry, Told told, Locale locale) {
        return switch (entry) {
            case TimelineEntry.Message m -> message(m, told, locale);
            case TimelineEntry.Call c ->
                new TimelineItem.Call(c.at(), c.linkedid(), c.contact().value());
            case TimelineEntry.Assignment a ->
                new TimelineItem.Assignment(
                        a.at(), colleague(a.advisor()), reasons.words(a.reason(), Language.of(locale)));
            case TimelineEntry.StateChange s ->
                new TimelineItem.State(s.at(), s.from().code(), s.to().code(), colleague(s.by()));
            case TimelineEntry.Note n ->
                new TimelineItem.Note(n.at(), n.id().value(), tickets.colleague(n.author()), n.text());
            case TimelineEntry.ArticleSent a ->
                new TimelineItem.Article(
                        a.at(), a.slug(), a.language().code(), a.version(), a.title(), colleague(a.by()));
        };
    }

    private TimelineItem message(TimelineEntry.Message message, Told told, Locale locale) {
        return new TimelineItem.Message(
                message.at(),
                message.id().value(),
                message.channel().code(),
                message.direction().name().toLowerCase(Locale.ROOT),
                message.automatic(),
                colleague(message.author()),
                message.from(),
                message.to(),
                message.subject(),
                message.text(),
                message.html(),
                files(message),
                message.delivery().name().toLowerCase(Locale.ROOT),
                message.failure().map(reason -> say("ticket.delivery." + reason, locale)),
                told.remarks().getOrDefault(message.id().value(), List.of()).stream()
                        .map(remark -> new TimelineItem.Remark(
                                remark.code(),
                                say(
                                                "mail.remark." + remark.code(),
                                                locale,
                                                remark.arguments().toArray())
                                        .strip()))
                        .toList(),
                told.recipients().getOrDefault(message.id(), List.of()).stream()
                        .map(one -> new TimelineItem.Recipient(
                                one.address(), one.state().code(), one.code(), one.at()))
                        .toList());
    }

    private static List<TimelineItem.Attachment> files(TimelineEntry.Message message) {
        return message.attachments().stream()
                .map(file -> new TimelineItem.Attachment(file.id(), file.name(), file.type(), file.bytes()))
                .toList();
    }

    private Optional<TicketView.Colleague> colleague(Optional<StaffId> id) {
        return id.map(tickets::colleague);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, key, locale));
    }
}
