package ma.mowakaba.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.mowakaba.kernel.Causes;
import ma.mowakaba.kernel.NoRoom;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.kernel.Problem.FieldError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Every refusal and every failure becomes a problem document with a translated title, or a page where a browser asked for one. Texts of
 * exceptions never leave.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final MessageSource messages;

    @Autowired
    ProblemHandler(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    Object refused(Problem problem, HttpServletRequest request, Locale locale) {
        return answer(problem, status(problem.kind()), request, locale);
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException e, HttpServletRequest request, Locale locale) {
        return refused(UnreadableBody.explain(e), request, locale);
    }

    @ExceptionHandler
    Object notValid(MethodArgumentNotValidException e, HttpServletRequest request, Locale locale) {
        List<FieldError> errors = e.getFieldErrors().stream()
                .map(field -> new FieldError(field.getField(), "invalid"))
                .toList();
        return answer(Problem.fields(errors), HttpStatus.BAD_REQUEST, request, locale);
    }

    @ExceptionHandler
    Object wrongType(MethodArgumentTypeMismatchException e, HttpServletRequest request, Locale locale) {
        return answer(
                e.getCause() instanceof Problem problem
                        ? problem
                        : Problem.fields(List.of(new FieldError(e.getName(), "type"))),
                HttpStatus.BAD_REQUEST,
                request,
                locale);
    }

    @ExceptionHandler
    Object missing(ServletRequestBindingException e, HttpServletRequest request, Locale locale) {
        return answer(Problem.invalid("request.incomplete"), HttpStatus.BAD_REQUEST, request, locale);
    }

    @ExceptionHandler
    Object tooBig(MaxUploadSizeExceededException e, HttpServletRequest request, Locale locale) {
        return answer(
                Problem.of(Problem.Kind.TOO_LARGE, "request.too-large"), HttpStatus.CONTENT_TOO_LARGE, request, locale);
    }

    @ExceptionHandler({OptimisticLockingFailureException.class, PessimisticLockingFailureException.class})
    Object overtaken(Exception e, HttpServletRequest request, Locale locale) {
        return answer(Problem.conflict("request.overtaken"), HttpStatus.CONFLICT, request, locale);
    }

    /** The database is away: the caller tries again, nothing was changed. */
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        TransactionSystemException.class,
        DataAccessResourceFailureException.class,
        SQLTransientConnectionException.class
    })
    Object away(Exception e, HttpServletRequest request, Locale locale) {
        log.warn(
                "database away at {}: {}",
                route(request),
                Causes.root(e).getClass().getSimpleName());
        return answer(
                Problem.of(Problem.Kind.UNAVAILABLE, "database.away"), HttpStatus.SERVICE_UNAVAILABLE, request, locale);
    }

    @ExceptionHandler
    Object failed(Exception e, HttpServletRequest request, Locale locale) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            Object answer = answer(Problem.invalid("http." + status.value()), status, request, locale);
            return answer instanceof ResponseEntity<?> document
                    ? ResponseEntity.status(status)
                            .headers(document.getHeaders())
                            .headers(known.getHeaders())
                            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                            .body(document.getBody())
                    : answer;
        }
        if (NoRoom.behind(e)) {
            log.warn("database without room at {}", route(request));
            return answer(
                    Problem.of(Problem.Kind.UNAVAILABLE, "database.full"),
                    HttpStatus.SERVICE_UNAVAILABLE,
                    request,
                    locale);
        }
        log.error("failed at {}", route(request), e);
        return answer(
                Problem.of(Problem.Kind.UNAVAILABLE, "failure"), HttpStatus.INTERNAL_SERVER_ERROR, request, locale);
    }

    private Object answer(Problem problem, HttpStatus status, HttpServletRequest request, Locale locale) {
        String title = text("problem." + problem.subject() + ".title", problem, locale, status);
        String detail = text("problem." + problem.subject() + ".detail", problem, locale, status);
        return wantsPage(request)
                ? page(status, title, detail, request)
                : document(problem, status, title, detail, request, locale);
    }

    private ResponseEntity<ProblemDetail> document(
            Problem problem,
            HttpStatus status,
            String title,
            String detail,
            HttpServletRequest request,
            Locale locale) {
        ProblemDetail document = ProblemDetail.forStatusAndDetail(status, detail);
        document.setType(URI.create("/problem/" + problem.subject().replace('.', '-')));
        document.setTitle(title);
        document.setInstance(URI.create(request.getRequestURI()));
        if (!problem.errors().isEmpty()) {
            document.setProperty(
                    "errors",
                    problem.errors().stream()
                            .map(error -> fieldError(error, locale))
                            .toList());
        }
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(locale);
        if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS) {
            headers.set(HttpHeaders.RETRY_AFTER, "5");
        }
        return new ResponseEntity<>(document, headers, status);
    }

    private Map<String, String> fieldError(FieldError error, Locale locale) {
        String message = messages.getMessage("problem.field." + error.subject(), null, error.subject(), locale);
        return Map.of("field", error.field(), "message", String.valueOf(message));
    }

    /** @return method and route without its values: an address may say who somebody is, or let him in */
    private static String route(HttpServletRequest request) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return request.getMethod() + " " + (route == null ? "a filter" : route);
    }

    /** Whoever reads the public site finds his way back to it, not to the door of the staff. */
    private static ModelAndView page(HttpStatus status, String title, String detail, HttpServletRequest request) {
        String home = request.getRequestURI().startsWith("/help/") ? "/help" : "/";
        ModelAndView page = new ModelAndView(
                "error", Map.of("status", status.value(), "title", title, "detail", detail, "home", home), status);
        ScreenModel.theme(request).ifPresent(theme -> page.addObject("theme", theme));
        return page;
    }

    private String text(String key, Problem problem, Locale locale, HttpStatus status) {
        String fallback = messages.getMessage(
                "problem.http." + status.value() + key.substring(key.lastIndexOf('.')), null, "", locale);
        return String.valueOf(messages.getMessage(key, problem.arguments(), fallback, locale));
    }

    private static boolean wantsPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") == null
                && !request.getRequestURI().startsWith("/api/")
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
    }

    private static HttpStatus status(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNSUPPORTED -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case PRECONDITION_REQUIRED -> HttpStatus.PRECONDITION_REQUIRED;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
