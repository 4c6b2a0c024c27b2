package ma.mowakaba.telephony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.mowakaba.kernel.Problem;
import org.springframework.stereotype.Component;

/** The folder the exchange records into, outside of what the web serves; a file is named by its call. */
@Component
class RecordingFiles {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
    private static final Duration ABANDONED_BY_ITS_WRITER = Duration.ofMinutes(1);

    private final RecordingSettings settings;
    private final Clock clock;

    RecordingFiles(RecordingSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @return whether the folder can be seen now */
    boolean there() {
        return settings.place().filter(Files::isDirectory).isPresent();
    }

    /** @return the file, whatever is in it; links are not followed */
    Optional<Path> find(String linkedid) {
        return settings.place()
                .filter(folder -> NAME.matcher(linkedid).matches())
                .map(folder -> folder.resolve(linkedid + ".wav"))
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** @return whether nobody writes into it any more */
    boolean finished(Path file) throws IOException {
        return RecordedSound.closed(file)
                || Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(clock.instant().minus(ABANDONED_BY_ITS_WRITER));
    }

    /** @throws Problem UNAVAILABLE {@code recording.folder-away}; a file that is gone already is as good */
    void delete(String linkedid) {
        try {
            Optional<Path> file = find(linkedid);
            if (file.isPresent()) {
                Files.delete(file.get());
            } else if (!there()) {
                throw away();
            }
        } catch (NoSuchFileException gone) {
            // as wanted
        } catch (IOException e) {
            throw away();
        }
    }

    private static Problem away() {
        return Problem.of(Problem.Kind.UNAVAILABLE, "recording.folder-away");
    }
}
