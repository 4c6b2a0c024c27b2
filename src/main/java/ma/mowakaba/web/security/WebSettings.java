package ma.mowakaba.web.security;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the pages.
 *
 * @param baseUrl the address people reach the center by
 * @param signInAttempts wrong passwords before an account has to wait
 * @param signInPause how long it waits
 */
@ConfigurationProperties("mowakaba.web")
public record WebSettings(
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue("5") int signInAttempts,
        @DefaultValue("5m") Duration signInPause) {}
