package ma.mowakaba.kb;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which addresses of articles are asked whether they are still there.
 *
 * @param hosts such as {@code adala.justice.gov.ma}, {@code *.gov.ma} or {@code example.ma:8080}; none: nothing is ever asked
 * @param timeout how long an answer is waited for
 * @param every how often an address is asked that answered
 * @param again how soon one that did not
 * @param batch how many in a minute
 */
@ConfigurationProperties("mowakaba.kb.links")
record LinkSettings(
        @DefaultValue List<String> hosts,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("7d") Duration every,
        @DefaultValue("6h") Duration again,
        @DefaultValue("20") int batch) {

    boolean allows(URI address) {
        String host = address.getHost();
        if (host == null || !List.of("http", "https").contains(String.valueOf(address.getScheme()))) {
            return false;
        }
        boolean usual =
                address.getPort() == -1 || address.getPort() == ("https".equals(address.getScheme()) ? 443 : 80);
        String place = usual ? host : host + ":" + address.getPort();
        return hosts.stream().anyMatch(allowed -> names(allowed, place));
    }

    private static boolean names(String allowed, String place) {
        return allowed.startsWith("*.")
                ? place.toLowerCase(java.util.Locale.ROOT).endsWith(allowed.substring(1))
                : place.equalsIgnoreCase(allowed);
    }
}
