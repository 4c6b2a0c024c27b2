package ma.mowakaba.chat;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketNumber;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A room as it changes. Its row is locked before a verb is called, so its lines are numbered without a gap. */
@Entity
@Table(name = "chat_room")
class ChatRoom {
    @Id
    private UUID id;

    @Version
    private Long version;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Enumerated(EnumType.STRING)
    private Language language;

    private String domain;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Enumerated(EnumType.STRING)
    private RoomState state;

    private Instant stateSince;
    private String visitorName;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String secretHash;

    private UUID contactId;
    private String ticket;
    private UUID advisorId;
    private int lastLine;
    private Instant openedAt;

    protected ChatRoom() {}

    ChatRoom(ChatId id, Language language, Optional<DomainCode> domain, Optional<String> visitorName, Instant at) {
        this.id = id.value();
        this.language = language;
        this.domain = domain.map(DomainCode::value).orElse(null);
        this.visitorName = visitorName.orElse(null);
        this.openedAt = at;
        enter(RoomState.GUIDED, at);
    }

    void lockedBy(String secretHash) {
        this.secretHash = secretHash;
    }

    String secretHash() {
        return secretHash;
    }

    /** @throws Problem CONFLICT {@code chat.closed}, TOO_LARGE {@code chat.full} */
    int nextLine(int most) {
        if (state == RoomState.CLOSED) {
            throw Problem.conflict("chat.closed");
        }
        if (lastLine >= most) {
            throw Problem.of(Problem.Kind.TOO_LARGE, "chat.full");
        }
        return ++lastLine;
    }

    /** Into the line. */
    void await(ContactId contact, TicketNumber ticket, DomainCode domain, Instant at) {
        contactId = contact.value();
        this.ticket = ticket.value();
        this.domain = domain.value();
        enter(RoomState.WAITING, at);
    }

    /** @return whether it is news: a repetition changes nothing */
    boolean talkWith(StaffId advisor, Instant at) {
        if (state == RoomState.CLOSED
                || state == RoomState.TALKING && advisor.value().equals(advisorId)) {
            return false;
        }
        advisorId = advisor.value();
        enter(RoomState.TALKING, at);
        return true;
    }

    /** The advisor handed it back: the visitor waits again. */
    boolean awaitAgain(Instant at) {
        if (state != RoomState.TALKING) {
            return false;
        }
        advisorId = null;
        enter(RoomState.WAITING, at);
        return true;
    }

    /** @return whether it was about something else */
    boolean concern(DomainCode domain) {
        boolean news = !domain.value().equals(this.domain);
        this.domain = domain.value();
        return news;
    }

    void becomeCase(TicketNumber ticket, Optional<String> visitorName) {
        this.ticket = ticket.value();
        this.visitorName = visitorName.orElse(this.visitorName);
    }

    void close(Instant at) {
        enter(RoomState.CLOSED, at);
    }

    /** @throws Problem FORBIDDEN {@code chat.not-yours} */
    void mustBeOf(StaffId advisor) {
        if (!Objects.equals(advisorId, advisor.value())) {
            throw Problem.forbidden("chat.not-yours");
        }
    }

    RoomState state() {
        return state;
    }

    private void enter(RoomState state, Instant at) {
        this.state = state;
        this.stateSince = at;
    }

    ChatRooms.Room room() {
        return new ChatRooms.Room(
                new ChatId(id),
                language,
                Optional.ofNullable(domain).map(DomainCode::new).orElse(DomainCode.GENERAL),
                state.code(),
                Optional.ofNullable(visitorName),
                Optional.ofNullable(contactId).map(ContactId::new),
                Optional.ofNullable(advisorId).map(StaffId::new),
                Optional.ofNullable(ticket).map(TicketNumber::new),
                lastLine,
                openedAt);
    }
}
