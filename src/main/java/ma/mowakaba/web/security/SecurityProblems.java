package ma.mowakaba.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
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
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ViewResolver;

/**
 * A refusal at the gate looks like every other: a problem document for programs, a page for a browser, the sign-in page where it has no session.
 * An address that no rule names is not found, whoever asks for it signed in.
 */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver resolver;
    private final ViewResolver views;
    private final LocaleResolver locales;
    private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/sign-in");

    SecurityProblems(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver,
            @Qualifier("viewResolver") ViewResolver views,
            LocaleResolver locales) {
        this.resolver = resolver;
        this.views = views;
        this.locales = locales;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (wantsPage(request)) {
            signIn.commence(request, response, why);
        } else {
            response.setHeader("WWW-Authenticate", "Bearer");
            answer(request, response, Problem.of(Problem.Kind.UNAUTHENTICATED, "access.unauthenticated"));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        answer(request, response, refusal(HttpMethod.valueOf(request.getMethod()), request.getRequestURI()));
    }

    private static Exception refusal(HttpMethod method, String path) {
        if (RouteRules.of(method, path).isPresent()) {
            return Problem.forbidden("access.forbidden");
        }
        Set<HttpMethod> known = RouteRules.methods(path);
        return known.isEmpty()
                ? Problem.of(Problem.Kind.NOT_FOUND, "http.404")
                : new HttpRequestMethodNotSupportedException(
                        method.name(), known.stream().map(HttpMethod::name).toList());
    }

    /** Outside of the servlet that shows pages: documents are written by who explains the refusal, a page is left to be shown. */
    private void answer(HttpServletRequest request, HttpServletResponse response, Exception why)
            throws IOException, ServletException {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        // no handler: the resolver passes over those it does not know
        ModelAndView page = resolver.resolveException(request, response, null, why);
        if (page == null || page.getViewName() == null) {
            return;
        }
        if (page.getStatus() != null) {
            response.setStatus(page.getStatus().value());
        }
        try {
            Objects.requireNonNull(views.resolveViewName(page.getViewName(), locales.resolveLocale(request)))
                    .render(page.getModel(), request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        return request.getHeader("Authorization") == null
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
    }
}
