package ma.mowakaba.web.security;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Wrong passwords cost time: after some, the account and the address have to wait, whether the account exists or not. */
@Component
class SignInThrottle extends OncePerRequestFilter {

    private static final int REMEMBERED = 10_000;

    private final WebSettings settings;
    private final Map<String, Bucket> attempts = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    });
    private final SavedRequestAwareAuthenticationSuccessHandler home =
            new SavedRequestAwareAuthenticationSuccessHandler();

    SignInThrottle(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (signIn(request)
                && keys(request).stream().anyMatch(key -> bucket(key).getAvailableTokens() == 0)) {
            response.sendRedirect(request.getContextPath() + "/sign-in?wait");
            return;
        }
        chain.doFilter(request, response);
    }

    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        keys(request).forEach(key -> bucket(key).tryConsume(1));
        response.sendRedirect(request.getContextPath() + "/sign-in?error");
    }

    void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException, ServletException {
        keys(request).forEach(attempts::remove);
        home.onAuthenticationSuccess(request, response, who);
    }

    private static boolean signIn(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().endsWith("/sign-in");
    }

    /** One key for the account, one for the address; the address has ten times the patience, since offices share one. */
    private static List<String> keys(HttpServletRequest request) {
        String name = String.valueOf(request.getParameter("username")).strip().toLowerCase(Locale.ROOT);
        return List.of(
                "account " + name.substring(0, Math.min(100, name.length())), "address " + request.getRemoteAddr());
    }

    private Bucket bucket(String key) {
        int patience = settings.signInAttempts() * (key.startsWith("address") ? 10 : 1);
        return attempts.computeIfAbsent(
                key,
                ignored -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(patience)
                                .refillIntervally(patience, settings.signInPause())
                                .build())
                        .build());
    }
}
