package ma.mowakaba.web.workspace;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.mail.Deliveries;
import ma.mowakaba.mail.MailRemarks;
import ma.mowakaba.routing.Reasons;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TimelineEntry;
import ma.mowakaba.web.MessageFates;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;

/** The timeline as it is read: who did what when, in the words of the viewer. */
@Component
class TimelineRows {

    private final Names names;
    private final CallRows calls;
    private final Reasons reasons;
    private final MessageFates fates;
    private final Mentions mentions;

    TimelineRows(Names names, CallRows calls, Reasons reasons, MessageFates fates, Mentions mentions) {
        this.names = names;
        this.calls = calls;
        this.reasons = reasons;
        this.fates = fates;
        this.mentions = mentions;
    }

    /**
     * One entry; empty strings where there is nothing to say.
     *
     * @param mail id of the message where it is a mail that came in
     * @param copies addresses it was sent to as well, where not told by the recipients
     * @param text of an event, in the viewer's words
     * @param kind {@code in}, {@code out}, {@code automatic}, {@code note} are speech; {@code call}, {@code assignment}, {@code state},
     *     {@code merge}, {@code article} are events
     */
    record Row(
            String kind,
            String channel,
            String who,
            String text,
            Speech speech,
            String mail,
            String delivery,
            List<String> copies,
            List<Recipient> recipients,
            List<TimelineEntry.Attachment> files,
            Sheet sheet,
            CallPlayer sound,
            List<Mark> marks,
            Instant at) {

        public boolean said() {
            return switch (kind) {
                case "in", "out", "automatic", "note" -> true;
                default -> false;
            };
        }
    }

    /** What its reader has to know about a message. @param warns else it only tells */
    record Mark(String text, boolean warns) {}

    /**
     * How far a mail got with one who is to read it.
     *
     * @param state code of {@link Deliveries.State}
     * @param told its name, what the server said, and whether he got a copy: {@code Refused · 550}
     */
    record Recipient(String address, String state, String told) {

        static Recipient of(Deliveries.Recipient recipient, boolean copy, Words words) {
            String state = words.say("mail.delivery." + recipient.state().code());
            String told = recipient
                    .code()
                    .filter(code -> !code.isEmpty() && !code.equals("250"))
                    .map(code -> state + " · "
                            + (Character.isDigit(code.charAt(0)) ? code : words.say("mail.delivery." + code)))
                    .orElse(state);
            return new Recipient(
                    recipient.address(), recipient.state().code(), copy ? told + " · " + words.say("web.copy") : told);
        }
    }

    /**
     * The mail as it was laid out.
     *
     * @param message empty when there is only the text
     * @param version another one where the mail was read again and is laid out differently
     * @param open whether the text alone loses too much: tables, pictures, lists
     */
    record Sheet(String message, String version, boolean open) {

        private static final Pattern SHAPE = Pattern.compile("<(table|img|ol|ul)\\b");
        static final Sheet NONE = new Sheet("", "", false);

        static Sheet of(TimelineEntry.Message message) {
            return message.html()
                    .filter(html -> message.direction() == TimelineEntry.Direction.IN)
                    .map(html -> new Sheet(
                            message.id().toString(),
                            Integer.toHexString(html.hashCode()),
                            SHAPE.matcher(html).find() && !html.contains("<blockquote")))
                    .orElse(NONE);
        }
    }

    /** @param parts of the case, which tell where a message was said */
    List<Row> of(List<TimelineEntry> entries, Parts parts, Words words) {
        List<String> heard = entries.stream().flatMap(Speech::heard).toList();
        var known = new Known(fates.of(entries), parts, mentions.of(heard));
        return entries.stream().map(entry -> of(entry, known, words)).toList();
    }

    private record Known(MessageFates.Known fates, Parts parts, Mentions.Known mentions) {}

    private Row of(TimelineEntry entry, Known known, Words words) {
        return switch (entry) {
            case TimelineEntry.Message message -> message(message, known, words);
            case TimelineEntry.Note note ->
                unsent(
                        "note",
                        names.colleague(note.author()),
                        "",
                        Speech.of(note.text(), known.mentions()),
                        CallPlayer.NONE,
                        note.at());
            case TimelineEntry.Call call ->
                event("call", calls.words(call, words), calls.sound(call, words), call.at());
            case TimelineEntry.Assignment assignment ->
                event("assignment", assignment(assignment, words), assignment.at());
            case TimelineEntry.Merge merge -> event("merge", merge(merge, words), merge.at());
            case TimelineEntry.StateChange change -> event("state", state(change, words), change.at());
            case TimelineEntry.ArticleSent sent ->
                event(
                        "article",
                        words.say(
                                sent.whole() ? "web.timeline.article.whole" : "web.timeline.article",
                                sent.title(),
                                sent.version()),
                        sent.at());
        };
    }

    private Row message(TimelineEntry.Message message, Known known, Words words) {
        boolean in = message.direction() == TimelineEntry.Direction.IN;
        String who = in
                ? message.from()
                : message.author().map(names::colleague).orElseGet(() -> words.say("web.timeline.center"));
        List<Recipient> recipients = recipients(message, known, words);
        return new Row(
                message.automatic() ? "automatic" : in ? "in" : "out",
                message.channel().code(),
                who,
                "",
                Speech.of(message, known.mentions()),
                in && message.channel() == Channel.MAIL ? message.id().toString() : "",
                in ? "" : message.delivery().name().toLowerCase(java.util.Locale.ROOT),
                recipients.isEmpty()
                        ? message.copies().stream().map(EmailAddress::value).toList()
                        : List.of(),
                recipients,
                message.attachments(),
                Sheet.of(message),
                CallPlayer.NONE,
                Stream.concat(
                                known.parts().mark(message, words).stream(),
                                known.fates().remarks(message).stream().map(remark -> mark(remark, words)))
                        .toList(),
                message.at());
    }

    /** Who gets a copy comes after him it is written to. */
    private static List<Recipient> recipients(TimelineEntry.Message message, Known known, Words words) {
        return known.fates().recipients(message).stream()
                .sorted(Comparator.comparing(one -> copied(one, message)))
                .map(one -> Recipient.of(one, copied(one, message), words))
                .toList();
    }

    private static boolean copied(Deliveries.Recipient recipient, TimelineEntry.Message message) {
        return message.copies().stream().anyMatch(copy -> copy.value().equals(recipient.address()));
    }

    private static Mark mark(MailRemarks.Remark remark, Words words) {
        String text =
                words.say("mail.remark." + remark.code(), remark.arguments().toArray());
        return new Mark(text.strip(), remark.warns());
    }

    private String assignment(TimelineEntry.Assignment assignment, Words words) {
        return assignment
                        .advisor()
                        .map(who -> words.say("web.timeline.assigned", names.colleague(who)))
                        .orElseGet(() -> words.say("web.timeline.unassigned"))
                + " · " + reasons.words(assignment.reason(), words.language());
    }

    private String state(TimelineEntry.StateChange change, Words words) {
        String became = words.say(
                "web.timeline.state", words.say("web.state." + change.to().code()));
        return by(change.by()).map(who -> became + " · " + who).orElse(became);
    }

    private String merge(TimelineEntry.Merge merge, Words words) {
        return words.say("web.timeline.merge." + merge.how().code(), merge.other()) + " · "
                + names.colleague(merge.by());
    }

    private Optional<String> by(Optional<StaffId> who) {
        return who.map(names::colleague);
    }

    private static Row event(String kind, String text, Instant at) {
        return event(kind, text, CallPlayer.NONE, at);
    }

    private static Row event(String kind, String text, CallPlayer sound, Instant at) {
        return unsent(kind, "", text, Speech.NONE, sound, at);
    }

    /** What is no message. */
    private static Row unsent(String kind, String who, String text, Speech speech, CallPlayer sound, Instant at) {
        return new Row(
                kind, "", who, text, speech, "", "", List.of(), List.of(), List.of(), Sheet.NONE, sound, List.of(), at);
    }
}
