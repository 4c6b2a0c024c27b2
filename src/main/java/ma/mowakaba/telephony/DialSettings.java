package ma.mowakaba.telephony;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be dialled, so that a stolen password or token costs little.
 *
 * @param anHourEach calls one advisor may begin within an hour
 * @param anHourInAll calls the center may begin within an hour, callbacks among them
 * @param atOnce calls of ours that may be going on
 */
@ConfigurationProperties("mowakaba.telephony.dialling")
record DialSettings(
        @DefaultValue("40") int anHourEach,
        @DefaultValue("400") int anHourInAll,
        @DefaultValue("30") int atOnce) {}
