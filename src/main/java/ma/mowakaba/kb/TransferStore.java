package ma.mowakaba.kb;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Ids;
import ma.mowakaba.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Zip files between their arrival and the moment they are taken, and the drafts that are made of them. */
@Component
@Transactional
class TransferStore {

    private final JdbcClient jdbc;
    private final DraftOpening opening;
    private final DraftReader drafts;
    private final ArticleLog log;
    private final TransferSettings settings;

    TransferStore(
            JdbcClient jdbc, DraftOpening opening, DraftReader drafts, ArticleLog log, TransferSettings settings) {
        this.jdbc = jdbc;
        this.opening = opening;
        this.drafts = drafts;
        this.log = log;
        this.settings = settings;
    }

    /** What others left lying too long goes at the same time. */
    UUID keep(byte[] zip, EditorId by, Instant now) {
        jdbc.sql("DELETE FROM article_transfer WHERE sent_at < ?")
                .param(Columns.utc(now.minus(settings.keep())))
                .update();
        UUID id = Ids.next(now.toEpochMilli());
        jdbc.sql("INSERT INTO article_transfer (id, account, sent_at, content) VALUES (?, ?, ?, ?)")
                .params(id, by.value(), Columns.utc(now), zip)
                .update();
        return id;
    }

    byte[] get(UUID transfer, EditorId by) {
        return jdbc.sql("SELECT content FROM article_transfer WHERE id = ? AND account = ?")
                .params(transfer, by.value())
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> Problem.notFound("transfer.unknown"));
    }

    /** All of them or none; of two who take the same one the second finds nothing. */
    int take(UUID transfer, List<TransferFiles.ArticleFile> files, EditorId by) {
        int gone = jdbc.sql("DELETE FROM article_transfer WHERE id = ? AND account = ?")
                .params(transfer, by.value())
                .update();
        if (gone == 0) {
            throw Problem.notFound("transfer.unknown");
        }
        Set<ArticleKey> keys =
                files.stream().map(TransferFiles.ArticleFile::key).collect(Collectors.toUnmodifiableSet());
        return Math.toIntExact(files.stream()
                .filter(file -> begin(file, keys.contains(file.key().pair()), by))
                .count());
    }

    /** @param together whether its counterpart came with it, so that both say the same */
    private boolean begin(TransferFiles.ArticleFile file, boolean together, EditorId by) {
        ArticleKey key = file.key();
        boolean begun = opening.open(key, file.markdown().orElse(""), drafts.since(key), by, together);
        if (begun) {
            log.add(key, ArticleEvent.What.IMPORTED, by, "");
        }
        return begun;
    }
}
