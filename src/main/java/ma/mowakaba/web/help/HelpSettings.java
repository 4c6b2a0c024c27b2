package ma.mowakaba.web.help;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the public help site.
 *
 * @param phone the center's number as people read it; empty when it has none
 * @param mail the address people write to; empty when it has none
 * @param chat whether people may write to an advisor from the site
 * @param fresh how long a page may be kept without asking whether it changed
 * @param opinionsPerMinute one address may tell
 * @param searchesPerMinute one address is noted for by the gap radar
 */
@ConfigurationProperties("mowakaba.help")
record HelpSettings(
        @DefaultValue("") String phone,
        @DefaultValue("") String mail,
        @DefaultValue("true") boolean chat,
        @DefaultValue("5m") Duration fresh,
        @DefaultValue("6") int opinionsPerMinute,
        @DefaultValue("20") int searchesPerMinute) {}
