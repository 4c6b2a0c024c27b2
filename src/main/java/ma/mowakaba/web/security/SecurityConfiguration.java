package ma.mowakaba.web.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/**
 * Programs come with a bearer token and no session, the exchange with its secret, people with a session and a CSRF token; everything is refused
 * that no rule names.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private final PagePolicies policies;

    SecurityConfiguration(PagePolicies policies) {
        this.policies = policies;
    }

    /** Every request that carries a bearer token, right or wrong: no session is read or made for it. */
    @Bean
    @org.springframework.core.annotation.Order(1)
    SecurityFilterChain programsGate(HttpSecurity http, BearerTokens tokens, SecurityProblems problems)
            throws Exception {
        return common(http, problems)
                .securityMatcher(new RequestHeaderRequestMatcher("Authorization"))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(tokens, UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    /** The exchange asks while a caller waits: nothing is done for it that only a browser needs. */
    @Bean
    @org.springframework.core.annotation.Order(2)
    SecurityFilterChain exchangesGate(HttpSecurity http, SecurityProblems problems) throws Exception {
        return common(http, problems)
                .securityMatcher("/telephony/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .servletApi(servlet -> servlet.disable())
                .build();
    }

    @Bean
    @org.springframework.core.annotation.Order(3)
    SecurityFilterChain peoplesGate(HttpSecurity http, SecurityProblems problems, SignInThrottle throttle)
            throws Exception {
        return common(http, problems)
                // what a reader of the public site tells is his by nothing; it must come from our own page (OwnPage)
                .csrf(csrf -> csrf.ignoringRequestMatchers("/api/mail", "/widget/**", "/ws/widget", "/help/**"))
                .addFilterBefore(throttle, UsernamePasswordAuthenticationFilter.class)
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .successHandler(throttle::signedIn)
                        .failureHandler(throttle::refused)
                        .permitAll())
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .build();
    }

    private HttpSecurity common(HttpSecurity http, SecurityProblems problems) throws Exception {
        return http.authorizeHttpRequests(SecurityConfiguration::rules)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(headers -> headers.addHeaderWriter(policies)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentTypeOptions(Customizer.withDefaults())
                        // the policy above forbids every frame; browsers that know only this header may frame what the
                        // center's own pages frame
                        .frameOptions(frame -> frame.sameOrigin()));
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes) {
        for (RouteRules.Rule rule : RouteRules.IN_ORDER) {
            for (String pattern : rule.patterns()) {
                var matched = rule.method()
                        .map((HttpMethod method) -> routes.requestMatchers(method, pattern))
                        .orElseGet(() -> routes.requestMatchers(pattern));
                if (rule.open()) {
                    matched.permitAll();
                } else {
                    matched.hasAnyAuthority(rule.authorities());
                }
            }
        }
        routes.anyRequest().denyAll();
    }

    /** Each filter of each request would be timed; what a request takes is known without. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }
}
