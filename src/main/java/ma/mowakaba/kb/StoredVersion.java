package ma.mowakaba.kb;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.Language;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One version of an article in one language. */
@Entity
@Immutable
@Table(name = "article_version")
class StoredVersion {

    @Embeddable
    record Content(
            @Column(columnDefinition = "char(64)") String contentHash,
            @Column(columnDefinition = "mediumtext") String markdown,
            int textSince) {}

    /** @param publishedBy null where it came with the files */
    @Embeddable
    record Stamp(@Nullable UUID publishedBy, Instant createdAt) {}

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "article_id")
    private StoredArticle article;

    private int version;
    private String language;

    @Embedded
    private Content content;

    @Embedded
    private Stamp stamp;

    protected StoredVersion() {}

    StoredVersion(StoredArticle article, int version, Language language, Content content, Stamp stamp) {
        this.id = Ids.next(stamp.createdAt().toEpochMilli());
        this.article = article;
        this.version = version;
        this.language = language.code();
        this.content = content;
        this.stamp = stamp;
    }

    int number() {
        return version;
    }

    boolean has(String contentHash) {
        return content.contentHash().equals(contentHash);
    }

    boolean byAnEditor() {
        return stamp.publishedBy() != null;
    }

    /** @return the version since which this language says that, {@code number} when it says something else */
    int since(Language asked, String text, int number) {
        return language.equals(asked.code()) && content.markdown().equals(text) ? content.textSince() : number;
    }
}
