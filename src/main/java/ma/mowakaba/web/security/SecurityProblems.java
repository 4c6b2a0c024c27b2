package ma.mowakaba.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import ma.mowakaba.kernel.Problem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** A refusal at the gate looks like every other: a problem document for programs, the sign-in page for a browser without session. */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver resolver;
    private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/sign-in");

    SecurityProblems(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, jakarta.servlet.ServletException {
        if (wantsPage(request)) {
            signIn.commence(request, response, why);
        } else {
            response.setHeader("WWW-Authenticate", "Bearer");
            // no handler: the resolver passes over those it does not know
            resolver.resolveException(
                    request, response, null, Problem.of(Problem.Kind.UNAUTHENTICATED, "access.unauthenticated"));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) {
        String path = request.getRequestURI();
        Set<HttpMethod> known = RouteRules.methods(path);
        boolean wrongMethod = !known.isEmpty()
                && RouteRules.of(HttpMethod.valueOf(request.getMethod()), path).isEmpty();
        resolver.resolveException(
                request,
                response,
                null,
                wrongMethod
                        ? new HttpRequestMethodNotSupportedException(
                                request.getMethod(),
                                known.stream().map(HttpMethod::name).toList())
                        : Problem.forbidden("access.forbidden"));
    }

    private static boolean wantsPage(HttpServletRequest request) {
        return request.getHeader("Authorization") == null
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
    }
}
