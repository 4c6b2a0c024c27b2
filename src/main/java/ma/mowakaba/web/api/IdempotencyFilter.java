package ma.mowakaba.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.ApiTokens;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST that carries an {@code Idempotency-Key} is done once; the same key and body get the same answer for a day. A raw mail needs no
 * key, since the same bytes never create twice.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class IdempotencyFilter extends OncePerRequestFilter {

    private final IdempotentAnswers answers;
    private final HandlerExceptionResolver problems;

    IdempotencyFilter(
            IdempotentAnswers answers, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().equals("/api/mail")
                || request.getHeader("Idempotency-Key") == null
                || request.getUserPrincipal() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader("Idempotency-Key");
        if (key.isBlank() || key.length() > 200 || !key.chars().allMatch(c -> c > 32 && c < 127)) {
            problems.resolveException(request, response, null, Problem.invalid("idempotency.malformed"));
            return;
        }
        var body = new RepeatableRequest(request);
        var attempt = answers.attempt(client(request.getUserPrincipal()), key, body.hash());
        try {
            Optional<IdempotentAnswers.Answer> before = answers.begin(attempt);
            if (before.isPresent()) {
                before.get().writeTo(response);
                return;
            }
        } catch (Problem refusal) {
            problems.resolveException(request, response, null, refusal);
            return;
        }
        once(attempt, body, response, chain);
    }

    private void once(
            IdempotentAnswers.Attempt attempt,
            RepeatableRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var recorded = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            CommittedRequests.begin(attempt);
            chain.doFilter(request, recorded);
            done = recorded.getStatus() < 500;
        } finally {
            CommittedRequests.end();
            if (done) {
                answers.keep(attempt, recorded);
            } else {
                answers.forget(attempt);
            }
            recorded.copyBodyToResponse();
        }
    }

    /** @return the same for the same caller, at most 80 characters */
    private static String client(Principal caller) {
        return caller instanceof Authentication gate && gate.getPrincipal() instanceof ApiTokens.Client program
                ? program.id().toString()
                : caller.getName();
    }
}
