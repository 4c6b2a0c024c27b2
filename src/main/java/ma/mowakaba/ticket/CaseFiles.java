package ma.mowakaba.ticket;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The cases, to be changed; lists are read by {@link TicketLists}. */
interface CaseFiles extends JpaRepository<CaseFile, UUID> {
    /** Waits for whoever changes the case now and sees what he did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from CaseFile c where c.id = :id")
    Optional<CaseFile> forChange(UUID id);
}
