package ma.mowakaba.kb;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a zip of articles may hold.
 *
 * @param largest size of all its files unpacked
 * @param largestFile size of one of them
 * @param entries how many files and folders
 * @param keep how long files are kept that somebody sent and did not take
 */
@ConfigurationProperties("mowakaba.kb.transfer")
record TransferSettings(
        @DefaultValue("20MB") DataSize largest,
        @DefaultValue("400KB") DataSize largestFile,
        @DefaultValue("2000") int entries,
        @DefaultValue("1d") Duration keep) {}
