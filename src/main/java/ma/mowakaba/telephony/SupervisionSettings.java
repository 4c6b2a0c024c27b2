package ma.mowakaba.telephony;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What supervisors may do with calls.
 *
 * @param hearWithoutConsent whether calls that did not accept the recording may be listened to, see decision 0016
 * @param first the priority that goes before every other
 */
@ConfigurationProperties("mowakaba.telephony.supervision")
record SupervisionSettings(
        @DefaultValue("false") boolean hearWithoutConsent,
        @DefaultValue("20") int first) {}
