package ma.mowakaba.kb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.mowakaba.kernel.Problem;
import org.springframework.stereotype.Component;

/** Articles as zip files: out as they are, in by way of a proposal and of somebody's review. */
@Component
class ArticleCarrier implements ArticleTransfer {

    private final TransferStore store;
    private final ArticleZip zip;
    private final TransferFiles files;
    private final VersionStore versions;
    private final Clock clock;

    ArticleCarrier(TransferStore store, ArticleZip zip, TransferFiles files, VersionStore versions, Clock clock) {
        this.store = store;
        this.zip = zip;
        this.files = files;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public void export(OutputStream to) {
        Map<String, String> texts = new TreeMap<>();
        versions.texts().stream()
                .filter(text -> text.published() > 0)
                .forEach(text -> texts.put(new ArticleKey(text.slug(), text.language()).file(), text.markdown()));
        try {
            ArticleZip.write(texts, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public UUID receive(InputStream sent, EditorId by) {
        try {
            byte[] bytes = sent.readAllBytes();
            zip.read(new ByteArrayInputStream(bytes));
            return store.keep(bytes, by, clock.instant());
        } catch (IOException e) {
            throw Problem.invalid("transfer.no-zip");
        }
    }

    @Override
    public Proposal proposal(UUID transfer, EditorId by) {
        Map<String, byte[]> contents = contents(transfer, by);
        return new Proposal(
                transfer,
                files.entries(articles(contents)),
                contents.entrySet().stream()
                        .filter(file -> TransferFiles.file(file.getKey(), file.getValue())
                                .isEmpty())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Override
    public int take(UUID transfer, EditorId by) {
        Map<String, TransferFiles.ArticleFile> byName = new TreeMap<>();
        List<TransferFiles.ArticleFile> articles = articles(contents(transfer, by));
        articles.forEach(file -> byName.put(file.name(), file));
        List<TransferFiles.ArticleFile> wanted = files.entries(articles).stream()
                .filter(entry -> entry.outcome() == Outcome.NEW || entry.outcome() == Outcome.CHANGED)
                .flatMap(entry -> Optional.ofNullable(byName.get(entry.name())).stream())
                .toList();
        return store.take(transfer, wanted, by);
    }

    private static List<TransferFiles.ArticleFile> articles(Map<String, byte[]> contents) {
        return contents.entrySet().stream()
                .flatMap(file -> TransferFiles.file(file.getKey(), file.getValue()).stream())
                .toList();
    }

    private Map<String, byte[]> contents(UUID transfer, EditorId by) {
        try {
            return zip.read(new ByteArrayInputStream(store.get(transfer, by)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
