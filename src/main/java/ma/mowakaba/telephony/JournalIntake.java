package ma.mowakaba.telephony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one way in for the journal: lines and how far the file was read are stored in one transaction. */
@Component
class JournalIntake {

    private final JournalStore store;
    private final TelephonySettings settings;

    JournalIntake(JournalStore store, TelephonySettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** @return where the next piece begins: where this one ends, or where it should have begun, and then nothing of it is kept */
    @Transactional
    public JournalFile.Position take(JournalFeed feed, JournalFile.Piece piece) {
        JournalFile.Position position = store.lock(feed);
        if (!piece.follows(position)) {
            return position;
        }
        store.move(feed, piece, keep(feed, piece));
        return piece.next();
    }

    /** @return how many lines were no records */
    private long keep(JournalFeed feed, JournalFile.Piece piece) {
        List<JournalLine> records = new ArrayList<>();
        long unreadable = 0;
        for (int i = 0; i < piece.lines().size(); i++) {
            String text = piece.lines().get(i);
            Optional<JournalLine> line =
                    JournalReading.record(feed.source(), text).filter(it -> belongs(it, feed));
            if (line.isPresent()) {
                records.add(line.get());
            } else if (!text.isBlank() && store.keepUnreadable(feed, place(piece, i), text)) {
                unreadable++;
            }
        }
        store.keep(records);
        return unreadable;
    }

    /** No exchange tells of another's calls. */
    private boolean belongs(JournalLine line, JournalFeed feed) {
        return line.linkedid().isEmpty() || settings.owns(feed.exchange(), line.linkedid());
    }

    private static JournalFile.Position place(JournalFile.Piece piece, int line) {
        return new JournalFile.Position(piece.from().inode(), piece.offsets().get(line));
    }
}
