package ma.mowakaba.web.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.telephony.Hotline;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the dialplan asks by {@code CURL} during a call; it waits two seconds at most and does without us then. Answers are for its ARRAY. Each
 * call asks twice or more, so questions are read and answers written without the binding and negotiation that other clients need.
 */
@RestController
@RequestMapping(path = "/telephony", produces = MediaType.TEXT_PLAIN_VALUE)
class RouteApi {

    static final String SECRET = "X-Telephony-Secret";

    private final Hotline hotline;

    RouteApi(Hotline hotline) {
        this.hotline = hotline;
    }

    /** @return {@code open,language,cases,domains}: open 1 or 0, the caller's language, his unfinished cases, codes with slashes between */
    @Question
    @PostMapping("/welcome")
    void welcome(HttpServletRequest question, HttpServletResponse answer) throws IOException {
        Hotline.Welcome welcome = hotline.welcome(secret(question), arrival(question));
        say(
                answer,
                welcome.open() ? "1" : "0",
                welcome.language().code(),
                String.valueOf(welcome.cases()),
                welcome.domains());
    }

    /** @return prompts with {@code &} between */
    @Question
    @PostMapping("/status")
    void status(HttpServletRequest question, HttpServletResponse answer) throws IOException {
        say(answer, hotline.status(secret(question), arrival(question)));
    }

    /**
     * @return {@code queue,priority,extension,known,prompts}: extension of the advisor who has the case or empty, known 1 or 0, prompts
     *     with {@code &} between or nothing
     */
    @Question
    @PostMapping("/route")
    void route(HttpServletRequest question, HttpServletResponse answer) throws IOException {
        Hotline.Route route = hotline.route(secret(question), arrival(question));
        say(
                answer,
                route.queue(),
                String.valueOf(route.priority()),
                route.extension().orElse(""),
                route.recognised() ? "1" : "0",
                route.speech());
    }

    /** @return {@code kept}, {@code known} or {@code refused} */
    @Question
    @PostMapping("/callback")
    void callback(HttpServletRequest question, HttpServletResponse answer) throws IOException {
        say(answer, hotline.callback(secret(question), arrival(question)).name().toLowerCase(Locale.ROOT));
    }

    /** What every question carries, for those who read the interface. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(name = SECRET, in = ParameterIn.HEADER, schema = @Schema(type = "string"))
    @Parameter(name = "linkedid", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "number", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "did", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "language", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "domain", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
    private @interface Question {}

    private static String secret(HttpServletRequest question) {
        return Objects.requireNonNullElse(question.getHeader(SECRET), "");
    }

    /**
     * What every question carries: {@code linkedid}; {@code number} of the caller, empty when withheld; {@code did}, the number that was
     * called; {@code language}; {@code domain}, a code or the key pressed.
     */
    private static Hotline.Arrival arrival(HttpServletRequest question) {
        return new Hotline.Arrival(
                text(question, "linkedid"),
                text(question, "number"),
                text(question, "did"),
                language(text(question, "language")),
                text(question, "domain"));
    }

    private static String text(HttpServletRequest question, String name) {
        return Objects.requireNonNullElse(question.getParameter(name), "");
    }

    private static void say(HttpServletResponse answer, String... parts) throws IOException {
        byte[] line = String.join(",", parts).getBytes(StandardCharsets.UTF_8);
        answer.setContentType(MediaType.TEXT_PLAIN_VALUE);
        answer.setContentLength(line.length);
        answer.getOutputStream().write(line);
    }

    private static Language language(String code) {
        try {
            return Language.of(code);
        } catch (Problem unknown) {
            return Language.AR;
        }
    }
}
