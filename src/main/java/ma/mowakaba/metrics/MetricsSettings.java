package ma.mowakaba.metrics;

import java.time.Duration;
import java.util.Map;
import ma.mowakaba.kernel.Channel;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the figures.
 *
 * @param threshold answered within it counts for the service level
 * @param thresholds other thresholds for single channels
 * @param shortAbandon who leaves within it has not waited: he is taken out of the service level
 * @param longest period a question may cover
 * @param intervals a question may ask for
 */
@ConfigurationProperties("mowakaba.metrics")
record MetricsSettings(
        @DefaultValue("20s") Duration threshold,
        @DefaultValue Map<Channel, Duration> thresholds,
        @DefaultValue("5s") Duration shortAbandon,
        @DefaultValue("400d") Duration longest,
        @DefaultValue("2500") int intervals) {

    Duration thresholdOf(Channel channel) {
        return thresholds.getOrDefault(channel, threshold);
    }
}
