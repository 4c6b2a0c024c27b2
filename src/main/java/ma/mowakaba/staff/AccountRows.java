package ma.mowakaba.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored accounts. */
interface AccountRows extends JpaRepository<Account, UUID> {

    List<Account> findByDisabledAtIsNullOrderByName();

    Optional<Account> findByUsernameAndDisabledAtIsNull(String username);

    Optional<Account> findByExtensionAndDisabledAtIsNull(String extension);

    boolean existsByUsername(String username);

    boolean existsByExtensionAndIdNot(String extension, UUID id);
}
