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

/** One version of an article in one language. */
@Entity
@Immutable
@Table(name = "article_version")
class StoredVersion {

    @Embeddable
    record Content(
            @Column(columnDefinition = "char(64)") String contentHash,
            @Column(columnDefinition = "mediumtext") String markdown) {}

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "article_id")
    private StoredArticle article;

    private int version;
    private String language;

    @Embedded
    private Content content;

    private Instant createdAt;

    protected StoredVersion() {}

    StoredVersion(StoredArticle article, int version, Language language, Content content, Instant at) {
        this.id = Ids.next(at.toEpochMilli());
        this.article = article;
        this.version = version;
        this.language = language.code();
        this.content = content;
        this.createdAt = at;
    }

    int number() {
        return version;
    }

    boolean has(String contentHash) {
        return content.contentHash().equals(contentHash);
    }
}
