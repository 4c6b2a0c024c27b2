package ma.mowakaba.ticket;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Reason;
import ma.mowakaba.staff.StaffId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/** A case that can be worked on. Its verbs check, change, and remember what has to stand on the timeline. */
@Entity
@Table(name = "ticket")
class CaseFile implements Persistable<UUID> {
    private static final Reason MERGED = Reason.of("merged");

    @Id
    private UUID id;

    private String number;
    private String subject;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Enumerated(EnumType.STRING)
    private TicketState state;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Enumerated(EnumType.STRING)
    private Priority priority;

    private String domain;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Enumerated(EnumType.STRING)
    private Language language;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Enumerated(EnumType.STRING)
    private Channel channel;

    private UUID requesterId;
    private String association;
    private UUID advisorId;
    private Instant createdAt;
    private Instant updatedAt;
    private Instant firstResponseAt;
    private Instant resolvedAt;
    private Instant closedAt;
    private Instant dueAt;
    private Instant dueFrom;
    private Long dueMinutes;
    private UUID mergedInto;

    @ElementCollection
    @CollectionTable(name = "ticket_tag", joinColumns = @JoinColumn(name = "ticket_id"))
    @Column(name = "tag")
    private Set<String> tags = new LinkedHashSet<>();

    @Version
    private Long version;

    @Transient
    private final List<TimelineEntry> happened = new ArrayList<>();

    protected CaseFile() {}

    CaseFile(TicketId id, TicketNumber number, NewTicket wanted, Instant at, Promise due) {
        this.id = id.value();
        this.number = number.value();
        this.subject = Texts.cut(wanted.subject().strip(), 300);
        this.state = TicketState.NEW;
        this.priority = wanted.priority();
        this.domain = wanted.domain().value();
        this.language = wanted.language();
        this.channel = wanted.channel();
        this.requesterId = wanted.requester().map(PersonId::value).orElse(null);
        this.association =
                wanted.association().map(name -> Texts.cut(name, 300)).orElse(null);
        this.createdAt = at;
        this.updatedAt = at;
        owe(due);
    }

    /** The requester said something, or what we said did not reach him: the case is open again, and an answer is owed. */
    void hear(Instant at, Promise due) {
        if (state != TicketState.NEW && state != TicketState.OPEN) {
            become(TicketState.OPEN, Optional.empty(), at);
        }
        if (dueAt == null || firstResponseAt != null) {
            owe(due);
        }
        updatedAt = at;
    }

    /** An advisor answered: it is the requester's turn. */
    void answer(StaffId by, Instant at, Promise due) {
        if (firstResponseAt == null) {
            firstResponseAt = at;
        }
        if (advisorId == null) {
            give(Optional.of(by), Reason.of("picked"), at);
        }
        become(TicketState.WAITING, Optional.of(by), at);
        owe(due);
        updatedAt = at;
    }

    /** An advisor spoke to the requester. @return whether it was his first word, which the requester waited for */
    boolean respond(Instant at, Promise due) {
        if (firstResponseAt != null) {
            return false;
        }
        firstResponseAt = at;
        if (state.unfinished()) {
            owe(due);
        } else {
            dueAt = null;
        }
        return true;
    }

    /** @throws Problem CONFLICT {@code ticket.transition} */
    void become(TicketState next, Optional<StaffId> by, Instant at) {
        if (state == next) {
            return;
        }
        if (!state.mayBecome(next)) {
            throw Problem.conflict("ticket.transition", state.code(), next.code());
        }
        happened.add(new TimelineEntry.StateChange(state, next, by, at));
        state = next;
        updatedAt = at;
        resolvedAt = next.unfinished() ? null : Objects.requireNonNullElse(resolvedAt, at);
        closedAt = next == TicketState.CLOSED ? at : null;
        dueAt = next.unfinished() ? dueAt : null;
    }

    void give(Optional<StaffId> advisor, Reason reason, Instant at) {
        if (!belongsTo(advisor)) {
            advisorId = advisor.map(StaffId::value).orElse(null);
            updatedAt = at;
            happened.add(new TimelineEntry.Assignment(advisor, reason, at));
            if (advisor.isPresent() && state == TicketState.NEW) {
                become(TicketState.OPEN, advisor, at);
            }
        }
    }

    /** @param due when the next answer or the resolution is owed with this priority */
    void prioritise(Priority priority, Promise due) {
        this.priority = priority;
        if (state.unfinished()) {
            owe(due);
        }
    }

    /**
     * Becomes a part of another case, which goes on with what is owed here.
     *
     * @return whether the other knew no requester and has this one's now
     */
    boolean mergeInto(CaseFile other, StaffId by, Instant at) {
        boolean lends = other.requesterId == null && requesterId != null;
        other.goOnWith(this, by, at);
        tellMerge(other, TimelineEntry.Merge.How.INTO, TicketState.CLOSED, by, at);
        mergedInto = other.id;
        state = TicketState.CLOSED;
        resolvedAt = Objects.requireNonNullElse(resolvedAt, at);
        closedAt = at;
        dueAt = null;
        updatedAt = at;
        return lends;
    }

    /** What waited for us there waits here, and no longer than it was promised there. */
    private void goOnWith(CaseFile part, StaffId by, Instant at) {
        tellMerge(part, TimelineEntry.Merge.How.FROM, state, by, at);
        if (requesterId == null) {
            requesterId = part.requesterId;
            association = association == null ? part.association : association;
        }
        if (part.state.unfinished() && !state.unfinished() || part.isOurTurn() && !isOurTurn()) {
            become(TicketState.OPEN, Optional.of(by), at);
        }
        if (part.dueAt != null && (dueAt == null || part.dueAt.isBefore(dueAt))) {
            owe(new Promise(part.dueFrom, part.dueMinutes, part.dueAt));
        }
        if (advisorId == null && part.advisorId != null) {
            give(Optional.of(new StaffId(part.advisorId)), MERGED, at);
        }
        updatedAt = at;
    }

    /** Stands for itself again and is open; what was heard of it meanwhile is its own already. @param lent as {@link #mergeInto} told */
    void standApart(CaseFile other, boolean lent, StaffId by, Instant at, Promise due) {
        tellMerge(other, TimelineEntry.Merge.How.APART, TicketState.OPEN, by, at);
        other.tellMerge(this, TimelineEntry.Merge.How.APART, other.state, by, at);
        if (lent) {
            other.requesterId = null;
        }
        other.updatedAt = at;
        mergedInto = null;
        state = TicketState.OPEN;
        resolvedAt = null;
        closedAt = null;
        owe(due);
        if (advisorId == null) {
            give(Optional.of(by), Reason.of("picked"), at);
        }
        updatedAt = at;
    }

    private void tellMerge(CaseFile other, TimelineEntry.Merge.How how, TicketState next, StaffId by, Instant at) {
        happened.add(new TimelineEntry.Merge(new TicketNumber(other.number), how, state, next, by, at));
    }

    private boolean isOurTurn() {
        return state == TicketState.NEW || state == TicketState.OPEN;
    }

    private void owe(Promise promise) {
        dueAt = promise.due();
        dueFrom = promise.from();
        dueMinutes = promise.minutes();
    }

    void classify(DomainCode domain) {
        this.domain = domain.value();
    }

    void label(Set<String> tags) {
        this.tags.retainAll(tags);
        this.tags.addAll(tags);
    }

    void rename(String subject) {
        this.subject = subject;
    }

    /** Something was added that no other column shows. */
    void touch(Instant at) {
        updatedAt = at;
    }

    /** @return whether somebody has it already */
    boolean belongsTo(Optional<StaffId> advisor) {
        return Objects.equals(advisorId, advisor.map(StaffId::value).orElse(null));
    }

    boolean isVersion(long seen) {
        return version == seen;
    }

    Optional<TicketId> mergedInto() {
        return Optional.ofNullable(mergedInto).map(TicketId::new);
    }

    Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** @return what has to stand on the timeline since the last call */
    List<TimelineEntry> happened() {
        List<TimelineEntry> entries = List.copyOf(happened);
        happened.clear();
        return entries;
    }

    /** Asked for at each storing; what is not said here is looked for by reflection. */
    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    TicketId id() {
        return new TicketId(id);
    }

    Ticket ticket() {
        return new Ticket(
                new TicketId(id),
                new TicketNumber(number),
                subject,
                state,
                priority,
                new DomainCode(domain),
                language,
                channel,
                Optional.ofNullable(requesterId).map(PersonId::new),
                Optional.ofNullable(association),
                Optional.ofNullable(advisorId).map(StaffId::new),
                new LinkedHashSet<>(tags),
                createdAt,
                updatedAt,
                Optional.ofNullable(firstResponseAt),
                Optional.ofNullable(resolvedAt),
                Optional.ofNullable(dueAt),
                mergedInto(),
                version);
    }
}
