package ma.mowakaba.web.widget;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * The widget's own gate: no cookie is read or set, so there is nothing a foreign page could ride on; a room is entered by its secret.
 * Only the configured origins are answered.
 */
@Configuration(proxyBeanMethods = false)
class WidgetSecurity {

    static final String SECRET = "X-Chat-Secret";

    @Bean
    @Order(0)
    SecurityFilterChain visitors(HttpSecurity http, WidgetSettings settings) throws Exception {
        return http.securityMatcher("/widget/**", "/ws/widget")
                .authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                .cors(cors -> cors.configurationSource(origins(settings)))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .build();
    }

    /** The handshake checks its origin by itself, since a WebSocket knows no preflight. */
    private static UrlBasedCorsConfigurationSource origins(WidgetSettings settings) {
        var cors = new CorsConfiguration();
        cors.setAllowedOriginPatterns(settings.allowedOrigins());
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        cors.setAllowedHeaders(List.of("Content-Type", SECRET));
        cors.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/widget/**", cors);
        return source;
    }
}
