package ma.mowakaba.kb;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A draft: written, reviewed, sent back, scheduled; gone when it is published or discarded. */
@Entity
@Table(name = "article_draft")
class StoredDraft {

    @Id
    private UUID id;

    private String slug;
    private String language;

    @Column(columnDefinition = "mediumtext")
    private String markdown;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Enumerated(EnumType.STRING)
    private DraftState state = DraftState.DRAFT;

    private int base;
    private boolean same;
    private @Nullable Instant publishAt;
    private @Nullable UUID approvedBy;
    private @Nullable UUID changedBy;
    private Instant changedAt;

    private long revision;

    @Version
    private Integer lockVersion;

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 100)
    @CollectionTable(name = "article_draft_writer", joinColumns = @JoinColumn(name = "draft_id"))
    @Column(name = "account")
    private Set<UUID> writers = new HashSet<>();

    protected StoredDraft() {}

    StoredDraft(ArticleKey key, String markdown, int base, Instant at) {
        this.id = Ids.next(at.toEpochMilli());
        this.slug = key.slug();
        this.language = key.language().code();
        this.markdown = markdown;
        this.base = base;
        touch(null, at);
    }

    UUID id() {
        return id;
    }

    ArticleKey key() {
        return new ArticleKey(slug, Language.of(language));
    }

    String markdown() {
        return markdown;
    }

    int base() {
        return base;
    }

    boolean same() {
        return same;
    }

    Set<UUID> writers() {
        return Set.copyOf(writers);
    }

    DraftState state() {
        return state;
    }

    boolean due(Instant now) {
        return state == DraftState.SCHEDULED && publishAt != null && !publishAt.isAfter(now);
    }

    /** @throws Problem CONFLICT {@code draft.state} when nobody has approved it */
    EditorId approver() {
        return Optional.ofNullable(approvedBy).map(EditorId::new).orElseThrow(() -> Problem.conflict("draft.state"));
    }

    /** @throws Problem STALE {@code draft.changed} when it is not what the caller saw */
    StoredDraft seen(long asked) {
        if (revision != asked) {
            throw Problem.stale("draft.changed");
        }
        return this;
    }

    boolean is(DraftState asked, long seen) {
        return state == asked && revision == seen;
    }

    /** @throws Problem CONFLICT {@code draft.state} when it is in review or scheduled */
    void write(EditorId by, String text, Instant at) {
        if (state != DraftState.DRAFT) {
            throw Problem.conflict("draft.state");
        }
        if (!markdown.equals(text)) {
            markdown = text;
            writers.add(by.value());
            touch(by.value(), at);
        }
    }

    void submit(EditorId by, boolean pairSaysTheSame, Instant at) {
        state = state.to(DraftState.REVIEW);
        same = pairSaysTheSame;
        touch(by.value(), at);
    }

    void sendBack(EditorId by, Instant at) {
        state = state.to(DraftState.DRAFT);
        forgetTime();
        touch(by.value(), at);
    }

    /** @throws Problem FORBIDDEN {@code draft.four-eyes} */
    void schedule(EditorId by, Instant when, Instant at) {
        approve(by);
        state = state.to(DraftState.SCHEDULED);
        publishAt = when;
        touch(by.value(), at);
    }

    void unschedule(@Nullable UUID by, Instant at) {
        state = state.to(DraftState.REVIEW);
        forgetTime();
        touch(by, at);
    }

    /** @throws Problem FORBIDDEN {@code draft.four-eyes} when he wrote a part, CONFLICT {@code draft.state} when nobody put it into review */
    void approve(EditorId by) {
        if (state == DraftState.DRAFT) {
            throw Problem.conflict("draft.state");
        }
        if (writers.contains(by.value())) {
            throw Problem.forbidden("draft.four-eyes");
        }
        approvedBy = by.value();
    }

    /** The text stays although another version was published since it was begun. */
    void rebase(int version, EditorId by, Instant at) {
        base = version;
        touch(by.value(), at);
    }

    private void forgetTime() {
        publishAt = null;
        approvedBy = null;
    }

    /** The revision is the moment in microseconds: a draft that is begun anew never has one that another had. */
    private void touch(@Nullable UUID by, Instant at) {
        changedBy = by;
        changedAt = at;
        revision = Math.max(revision + 1, ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    ArticleStock.Progress progress() {
        return new ArticleStock.Progress(state, revision, editors());
    }

    private Set<EditorId> editors() {
        return writers.stream().map(EditorId::new).collect(Collectors.toUnmodifiableSet());
    }

    Draft seenAs(boolean overtaken, List<ArticleFault> faults) {
        return new Draft(
                key(),
                Manuscript.of(markdown),
                state,
                revision,
                base,
                overtaken,
                same,
                Optional.ofNullable(publishAt),
                editors(),
                Optional.ofNullable(changedBy).map(EditorId::new),
                changedAt,
                faults);
    }
}
