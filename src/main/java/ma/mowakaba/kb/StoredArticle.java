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

    /** @return whether editors have had it in their hands: files alone do not decide about it any more */
    boolean edited() {
        return published == 0 || versions.stream().anyMatch(StoredVersion::byAnEditor);
    }

    int published() {
        return published;
    }

    /** Adds a version and shows it from now on. */
    int publish(Map<Language, String> markdown, String contentHash, StoredVersion.Stamp stamp) {
        int last = versions.stream().mapToInt(StoredVersion::number).max().orElse(0);
        published = last + 1;
        List<StoredVersion> fresh = markdown.entrySet().stream()
                .map(text -> version(text.getKey(), text.getValue(), contentHash, stamp))
                .toList();
        versions.addAll(fresh);
        return published;
    }

    private StoredVersion version(Language language, String text, String hash, StoredVersion.Stamp stamp) {
        int since = versions.stream()
                .filter(version -> version.number() == published - 1)
                .mapToInt(version -> version.since(language, text, published))
                .min()
                .orElse(published);
        return new StoredVersion(this, published, language, new StoredVersion.Content(hash, text, since), stamp);
    }

    /** Readers do not see it any more. */
    void withdraw() {
        published = 0;
    }
}
