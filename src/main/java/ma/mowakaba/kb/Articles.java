package ma.mowakaba.kb;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All articles. */
interface Articles extends JpaRepository<StoredArticle, UUID> {

    Optional<StoredArticle> findBySlug(String slug);
}
