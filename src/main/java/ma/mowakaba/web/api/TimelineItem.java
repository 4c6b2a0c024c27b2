package ma.mowakaba.web.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something that happened in a case, as programs read it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TimelineItem.Message.class, name = "message"),
    @JsonSubTypes.Type(value = TimelineItem.Call.class, name = "call"),
    @JsonSubTypes.Type(value = TimelineItem.Assignment.class, name = "assignment"),
    @JsonSubTypes.Type(value = TimelineItem.State.class, name = "state"),
    @JsonSubTypes.Type(value = TimelineItem.Note.class, name = "note"),
    @JsonSubTypes.Type(value = TimelineItem.Article.class, name = "article")
})
sealed interface TimelineItem {
    Instant at();

    /**
     * @param ticket number of the case it was said in, which may be a part of the one that was asked for
     * @param copies addresses it was sent to as well
     * @param html safe, empty where the message came without
     * @param delivery {@code queued}, {@code sent} or {@code failed}
     * @param failure why it did not leave, or that it came back, in the caller's language
     * @param remarks what its reader has to know: whether its sender is proven, who forwarded it, what came back
     * @param recipients of a mail of ours, once it was tried
     */
    record Message(
            Instant at,
            UUID id,
            String ticket,
            String channel,
            String direction,
            boolean automatic,
            Optional<TicketView.Colleague> author,
            String from,
            String to,
            List<String> copies,
            String subject,
            String text,
            Optional<String> html,
            List<Attachment> attachments,
            String delivery,
            Optional<String> failure,
            List<Remark> remarks,
            List<Recipient> recipients)
            implements TimelineItem {}

    /** @param text in the caller's language */
    record Remark(String code, String text) {}

    /**
     * How far a mail got with one who is to read it.
     *
     * @param state {@code waiting}, {@code accepted}, {@code refused} or {@code bounced}
     * @param code what a server said last, such as {@code 451} or {@code 5.1.1}
     */
    record Recipient(String address, String state, Optional<String> code, Instant at) {}

    record Attachment(UUID id, String name, String type, long bytes) {}

    /** @param call the Linkedid, for {@code /api/calls/{linkedid}} */
    record Call(Instant at, String call, UUID contact) implements TimelineItem {}

    /** @param reason in words, in the caller's language */
    record Assignment(Instant at, Optional<TicketView.Colleague> advisor, String reason) implements TimelineItem {}

    /** @param merge where it changed, or was only told, because two cases became one or are two again */
    record State(Instant at, String from, String to, Optional<TicketView.Colleague> by, Optional<Merge> merge)
            implements TimelineItem {}

    /** @param how {@code into}: this case is a part of the other now; {@code from}: the other of this one; {@code apart} @param with its number */
    record Merge(String how, String with) {}

    record Note(Instant at, UUID id, TicketView.Colleague author, String text) implements TimelineItem {}

    record Article(Instant at, String slug, String lang, int version, String title, Optional<TicketView.Colleague> by)
            implements TimelineItem {}
}
