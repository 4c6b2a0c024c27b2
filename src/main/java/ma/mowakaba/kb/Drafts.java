package ma.mowakaba.kb;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All drafts. */
interface Drafts extends JpaRepository<StoredDraft, UUID> {

    Optional<StoredDraft> findBySlugAndLanguage(String slug, String language);

    /** Held until the transaction ends: of two who decide about it the second sees what the first did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from StoredDraft d where d.slug = :slug and d.language = :language")
    Optional<StoredDraft> hold(String slug, String language);

    List<StoredDraft> findByStateAndPublishAtLessThanEqualOrderByPublishAt(DraftState state, Instant now);
}
