package ma.mowakaba.kb;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.Language;

/** An article with all versions it ever had; one of them is published. */
@Entity
@Table(name = "article")
class StoredArticle {

    @Id
    private UUID id;

    private String slug;
    private int published;

    @Version
    private Integer lockVersion;

    @OneToMany(mappedBy = "article", cascade = CascadeType.PERSIST)
    private List<StoredVersion> versions = new ArrayList<>();

    protected StoredArticle() {}

    StoredArticle(String slug, Instant at) {
        this.id = Ids.next(at.toEpochMilli());
        this.slug = slug;
    }

    /** @return whether these texts ever were a version: an older node that starts late must not bring them back */
    boolean had(String contentHash) {
        return versions.stream().anyMatch(version -> version.has(contentHash));
    }

    /** Adds a version and shows it from now on. */
    void publish(Map<Language, String> markdown, String contentHash, Instant at) {
        published = versions.stream().mapToInt(StoredVersion::number).max().orElse(0) + 1;
        markdown.forEach((language, text) -> versions.add(
                new StoredVersion(this, published, language, new StoredVersion.Content(contentHash, text), at)));
    }
}
