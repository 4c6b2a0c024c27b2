package ma.mowakaba.chat;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rooms in the database. */
interface Rooms extends Repository<ChatRoom, UUID> {

    ChatRoom save(ChatRoom room);

    Optional<ChatRoom> findById(UUID id);

    /** Holds the row until the transaction ends: whoever changes a room waits for the one before. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ChatRoom r where r.id = :id")
    Optional<ChatRoom> locked(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ChatRoom r where r.contactId = :contact")
    Optional<ChatRoom> lockedByContact(UUID contact);

    Optional<ChatRoom> findByContactId(UUID contact);

    Optional<ChatRoom> findFirstByTicketOrderByOpenedAtDesc(String ticket);

    List<ChatRoom> findByAdvisorIdAndStateOrderByOpenedAt(UUID advisor, RoomState state);
}
