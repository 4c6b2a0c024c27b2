package ma.mowakaba.telephony;

import java.util.Arrays;
import ma.mowakaba.kernel.Problem;
import org.springframework.stereotype.Component;

/** What is shipped goes the way of what is read here; it is told afterwards, so that the exchange does not wait for that. */
@Component
class JournalShipping implements ShippedJournal {

    private final RouteSecret shared;
    private final JournalStore store;
    private final JournalIntake intake;
    private final JournalFollower follower;
    private final TelephonySettings settings;

    JournalShipping(
            RouteSecret shared,
            JournalStore store,
            JournalIntake intake,
            JournalFollower follower,
            TelephonySettings settings) {
        this.shared = shared;
        this.store = store;
        this.intake = intake;
        this.follower = follower;
        this.settings = settings;
    }

    @Override
    public Place place(String secret, File file) {
        shared.check(secret);
        return place(store.position(feed(file).file()));
    }

    @Override
    public Receipt take(String secret, File file, Place from, byte[] bytes) {
        shared.check(secret);
        if (bytes.length > JournalFile.LONGEST_PIECE) {
            throw Problem.of(Problem.Kind.TOO_LARGE, "request.too-large");
        }
        JournalFile.Piece piece = JournalFile.Piece.cut(bytes, new JournalFile.Position(from.inode(), from.offset()));
        JournalFile.Position next = intake.take(feed(file), piece);
        if (!piece.lines().isEmpty()) {
            follower.tellSoon();
        }
        return new Receipt(next.equals(piece.next()), place(next));
    }

    private JournalFeed feed(File file) {
        JournalLine.Source source = Arrays.stream(JournalLine.Source.values())
                .filter(it -> it.name().equalsIgnoreCase(file.kind()))
                .findFirst()
                .filter(it ->
                        settings.sites().stream().anyMatch(site -> site.name().equals(file.exchange())))
                .orElseThrow(() -> Problem.notFound("journal.unknown", file.exchange(), file.kind()));
        return JournalFeed.shipped(file.exchange(), source);
    }

    private static Place place(JournalFile.Position position) {
        return new Place(position.inode(), position.offset());
    }
}
