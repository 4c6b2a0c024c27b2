package ma.mowakaba.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import ma.mowakaba.staff.ApiTokens;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises programs by {@code Authorization: Bearer …}; their authorities are their scopes. */
@Component
class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";

    private final ApiTokens tokens;

    BearerTokens(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = String.valueOf(request.getHeader("Authorization"));
        if (header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            tokens.authenticate(header.substring(SCHEME.length()).strip()).ifPresent(BearerTokens::signIn);
        }
        chain.doFilter(request, response);
    }

    private static void signIn(ApiTokens.Client client) {
        List<SimpleGrantedAuthority> scopes = client.scopes().stream()
                .map(RouteRules::authority)
                .map(SimpleGrantedAuthority::new)
                .toList();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(client, null, scopes));
        SecurityContextHolder.setContext(context);
    }

    /** The security chain calls the filter; the servlet container must not call it a second time. */
    @Configuration(proxyBeanMethods = false)
    static class NotByTheContainer {

        @Bean
        FilterRegistrationBean<BearerTokens> bearerTokensInChainOnly(BearerTokens filter) {
            var registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }

        @Bean
        FilterRegistrationBean<SignInThrottle> signInThrottleInChainOnly(SignInThrottle filter) {
            var registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
