package ma.mowakaba.telephony;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.mowakaba.staff.StaffId;

/** Door to what was recorded: a file exists exactly when the caller accepted it, and every listening is noted. */
public interface Recordings {

    /** @return empty where nothing was recorded, or is not found yet */
    Optional<Recording> of(CallId call);

    /** Notes who listens before a byte is given. NOT_FOUND {@code recording.none}. */
    Path listen(CallId call, StaffId listener);

    /** @return newest first */
    List<Listening> listenings(CallId call);

    /** NOT_FOUND {@code recording.none}. */
    void keepFor(CallId call, Purpose purpose);

    /** INVALID {@code recording.no-reason}, NOT_FOUND {@code recording.none}, UNAVAILABLE {@code recording.folder-away}. */
    void delete(CallId call, StaffId by, String why);

    /**
     * The conversation goes on, the file is silent, while a number is dictated. CONFLICT {@code recording.not-running}, FORBIDDEN
     * {@code call.not-yours}.
     */
    void pause(CallId call, StaffId by);

    void resume(CallId call, StaffId by);

    /** @return whether this call is being recorded now, and whether that is paused */
    Running running(Switchboard.Call call);

    enum Running {
        NOT,
        RECORDING,
        PAUSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a recording is kept for; each has its time. */
    enum Purpose {
        QUALITY,
        TRAINING,
        EVIDENCE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Because {
        RETENTION,
        REFUSED,
        PERSON;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param peaks loudness over the time, 0 to 100
     * @param deletion present when the file is no more
     */
    record Recording(
            CallId call,
            Duration length,
            List<Integer> peaks,
            Purpose purpose,
            Instant keptUntil,
            Optional<Deletion> deletion) {}

    /** @param note why, in the words of the person who did it; empty when nobody did */
    record Deletion(Instant at, Because because, String note, Optional<StaffId> by) {}

    record Listening(StaffId listener, Instant from, Instant until) {}
}
