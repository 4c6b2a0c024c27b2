package ma.mowakaba.telephony;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** The door to recordings. */
@Component
class RecordingDesk implements Recordings {

    private static final int LONGEST_NOTE = 300;

    private final RecordingBook book;
    private final RecordingFiles files;
    private final RecordingPauses pauses;
    private final RecordingSettings settings;
    private final Clock clock;

    RecordingDesk(
            RecordingBook book, RecordingFiles files, RecordingPauses pauses, RecordingSettings settings, Clock clock) {
        this.book = book;
        this.files = files;
        this.pauses = pauses;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Recording> of(CallId call) {
        return book.get(call.linkedid()).map(this::view);
    }

    private Recording view(RecordingBook.Row row) {
        return new Recording(
                new CallId(row.linkedid()),
                row.length(),
                IntStream.range(0, row.peaks().length)
                        .mapToObj(i -> (int) row.peaks()[i])
                        .toList(),
                row.purpose(),
                row.madeAt().plus(settings.keep().of(row.purpose())),
                row.deletion());
    }

    @Override
    public Path listen(CallId call, StaffId listener) {
        Path file = book.get(call.linkedid())
                .filter(row -> row.deletion().isEmpty())
                .flatMap(row -> files.find(row.linkedid()))
                .orElseThrow(RecordingDesk::none);
        Instant now = Columns.now(clock);
        book.listened(call.linkedid(), listener, now, now.minus(settings.sitting()));
        return file;
    }

    @Override
    public List<Listening> listenings(CallId call) {
        return book.listenings(call.linkedid());
    }

    @Override
    public void keepFor(CallId call, Purpose purpose) {
        book.purpose(there(call).linkedid(), purpose);
    }

    /** The file first: what cannot be deleted is not called deleted. */
    @Override
    public void delete(CallId call, StaffId by, String why) {
        if (why.isBlank()) {
            throw Problem.invalid("recording.no-reason");
        }
        String linkedid = there(call).linkedid();
        files.delete(linkedid);
        String note = why.strip();
        book.deleted(
                linkedid,
                new Deletion(
                        Columns.now(clock),
                        Because.PERSON,
                        note.substring(0, Math.min(LONGEST_NOTE, note.length())),
                        Optional.of(by)));
    }

    @Override
    public void pause(CallId call, StaffId by) {
        pauses.pause(call.linkedid(), by);
    }

    @Override
    public void resume(CallId call, StaffId by) {
        pauses.resume(call.linkedid(), by);
    }

    @Override
    public Running running(Switchboard.Call call) {
        return pauses.running(call);
    }

    private RecordingBook.Row there(CallId call) {
        return book.get(call.linkedid()).filter(row -> row.deletion().isEmpty()).orElseThrow(RecordingDesk::none);
    }

    private static Problem none() {
        return Problem.notFound("recording.none");
    }
}
