package ma.mowakaba.kb;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Door through which articles leave and come as the files of {@code kb/articles}, in a zip. */
public interface ArticleTransfer {

    /** Writes what readers see, byte by byte as it was published; the same articles make the same zip. */
    void export(OutputStream to);

    /**
     * Keeps the files and changes nothing yet.
     *
     * @throws ma.mowakaba.kernel.Problem TOO_LARGE {@code transfer.too-large}, {@code transfer.too-many}, INVALID {@code transfer.no-zip}
     */
    UUID receive(InputStream zip, EditorId by);

    /** @return what taking them would change now; NOT_FOUND {@code transfer.unknown}, also to others than who sent it */
    Proposal proposal(UUID transfer, EditorId by);

    /**
     * Puts every new and every changed text into review, as written by who sent it: somebody else publishes it.
     *
     * @return how many were put into review
     */
    int take(UUID transfer, EditorId by);

    /** @param strangers entries that are no article files */
    record Proposal(UUID id, List<Entry> entries, List<String> strangers) {

        public List<Entry> of(Outcome outcome) {
            return entries.stream().filter(entry -> entry.outcome() == outcome).toList();
        }
    }

    /**
     * One file.
     *
     * @param name such as {@code create-association/fr.md}
     * @param key empty where the name is wrong
     * @param differences to what readers see; none where it is new, the same or malformed
     */
    record Entry(
            String name,
            Optional<ArticleKey> key,
            Outcome outcome,
            Differences differences,
            List<ArticleFault> faults) {}

    /** What taking a file does. {@code BUSY}: something is being written there, which comes first. */
    enum Outcome {
        NEW,
        CHANGED,
        BUSY,
        MALFORMED,
        SAME
    }
}
