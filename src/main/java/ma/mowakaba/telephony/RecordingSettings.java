package ma.mowakaba.telephony;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Recordings of calls, seen from here.
 *
 * @param folder where Asterisk's {@code spool/monitor} is, or is mounted; empty when recordings are not ours to play
 * @param lookFor how long a recording that should be there is looked for, since a mount may be away
 * @param sitting pieces of a file fetched within that time are one listening
 */
@ConfigurationProperties("mowakaba.telephony.recordings")
record RecordingSettings(
        @DefaultValue("") String folder,
        @DefaultValue("2d") Duration lookFor,
        @DefaultValue("10m") Duration sitting,
        @DefaultValue Keep keep) {

    Optional<Path> place() {
        return folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
    }

    /** How long a recording is kept for what it is needed for. */
    record Keep(
            @DefaultValue("90d") Duration quality,
            @DefaultValue("365d") Duration training,
            @DefaultValue("1095d") Duration evidence) {

        Duration of(Recordings.Purpose purpose) {
            return switch (purpose) {
                case QUALITY -> quality;
                case TRAINING -> training;
                case EVIDENCE -> evidence;
            };
        }
    }
}
