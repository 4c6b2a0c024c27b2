package ma.mowakaba.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.routing.Reasons;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.TicketId;
import ma.mowakaba.ticket.TicketNumber;
import ma.mowakaba.ticket.TimelineEntry;
import ma.mowakaba.web.MessageFates;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What happened in a case, in the caller's words. */
@Component
class TimelineViews {
    private final TicketViews tickets;
    private final Reasons reasons;
    private final MessageSource messages;
    private final MessageFates fates;
    private final Helpdesk helpdesk;

    TimelineViews(TicketViews tickets, Reasons reasons, MessageSource messages, MessageFates fates, Helpdesk helpdesk) {
        this.helpdesk = helpdesk;
        this.fates = fates;
        this.tickets = tickets;
        this.reasons = reasons;
        this.messages = messages;
    }

    Items page(Page<TimelineEntry> page, Locale locale) {
        var known = new Known(fates.of(page.items()), helpdesk.numbers(cases(page)));
        return new Items(page.map(entry -> item(entry, known, locale)).items(), page.next());
    }

    /** Not a {@link Listing}: the items would not say their type there. */
    record Items(List<TimelineItem> items, Optional<String> next) {}

    private record Known(MessageFates.Known fates, Map<TicketId, TicketNumber> numbers) {}

    private static Set<TicketId> cases(Page<TimelineEntry> page) {
        return page.items().stream()
                .filter(TimelineEntry.Message.class::isInstance)
                .map(entry -> ((TimelineEntry.Message) entry).ticket())
                .collect(Collectors.toSet());
    }

    private TimelineItem item(TimelineEntry entry, Known known, Locale locale) {
        return switch (entry) {
            case TimelineEntry.Message m -> message(m, known, locale);
            case TimelineEntry.Call c ->
                new TimelineItem.Call(c.at(), c.linkedid(), c.contact().value());
            case TimelineEntry.Assignment a ->
                new TimelineItem.Assignment(
                        a.at(), colleague(a.advisor()), reasons.words(a.reason(), Language.of(locale)));
            case TimelineEntry.StateChange s ->
                new TimelineItem.State(s.at(), s.from().code(), s.to().code(), colleague(s.by()), Optional.empty());
            case TimelineEntry.Merge m ->
                new TimelineItem.State(
                        m.at(),
                        m.from().code(),
                        m.to().code(),
                        colleague(Optional.of(m.by())),
                        Optional.of(
                                new TimelineItem.Merge(m.how().code(), m.other().value())));
            case TimelineEntry.Note n ->
                new TimelineItem.Note(n.at(), n.id().value(), tickets.colleague(n.author()), n.text());
            case TimelineEntry.ArticleSent a ->
                new TimelineItem.Article(
                        a.at(), a.slug(), a.language().code(), a.version(), a.title(), colleague(a.by()));
        };
    }

    private TimelineItem message(TimelineEntry.Message message, Known known, Locale locale) {
        return new TimelineItem.Message(
                message.at(),
                message.id().value(),
                String.valueOf(known.numbers().get(message.ticket())),
                message.channel().code(),
                message.direction().name().toLowerCase(Locale.ROOT),
                message.automatic(),
                colleague(message.author()),
                message.from(),
                message.to(),
                message.copies().stream().map(EmailAddress::value).toList(),
                message.subject(),
                message.text(),
                message.html(),
                files(message),
                message.delivery().name().toLowerCase(Locale.ROOT),
                message.failure().map(reason -> say("ticket.delivery." + reason, locale)),
                known.fates().remarks(message).stream()
                        .map(remark -> new TimelineItem.Remark(
                                remark.code(),
                                say(
                                                "mail.remark." + remark.code(),
                                                locale,
                                                remark.arguments().toArray())
                                        .strip()))
                        .toList(),
                known.fates().recipients(message).stream()
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
