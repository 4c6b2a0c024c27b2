package ma.mowakaba.radar;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the gap radar.
 *
 * @param keep how long a question is kept
 * @param every how often new questions are sorted into needs
 * @param aLetter what a written answer is taken to cost, since nobody knows how long a mail is worked on
 * @param most questions that are kept; the oldest go first
 */
@ConfigurationProperties("mowakaba.radar")
record RadarSettings(
        @DefaultValue("365d") Duration keep,
        @DefaultValue("15m") Duration every,
        @DefaultValue("10m") Duration aLetter,
        @DefaultValue("20000") int most) {}
