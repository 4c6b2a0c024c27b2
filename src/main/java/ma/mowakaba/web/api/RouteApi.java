package ma.mowakaba.web.api;

import java.util.Locale;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.telephony.Hotline;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the dialplan asks by {@code CURL} during a call; it waits two seconds at most and does without us then. Answers are for its ARRAY. */
@RestController
@RequestMapping(path = "/telephony", produces = MediaType.TEXT_PLAIN_VALUE)
class RouteApi {

    static final String SECRET = "X-Telephony-Secret";

    private final Hotline hotline;

    RouteApi(Hotline hotline) {
        this.hotline = hotline;
    }

    /**
     * What every question carries.
     *
     * @param number of the caller, empty when withheld
     * @param did the number that was called
     * @param domain a code or the key pressed
     */
    record Question(
            @Nullable String linkedid,
            @Nullable String number,
            @Nullable String did,
            @Nullable String language,
            @Nullable String domain) {

        Hotline.Arrival arrival() {
            return new Hotline.Arrival(
                    text(linkedid), text(number), text(did), RouteApi.language(text(language)), text(domain));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    /** @return {@code open,language,cases,domains}: open 1 or 0, the caller's language, his unfinished cases, codes with slashes between */
    @PostMapping("/welcome")
    String welcome(@RequestHeader(name = SECRET, defaultValue = "") String secret, Question question) {
        Hotline.Welcome welcome = hotline.welcome(secret, question.arrival());
        return String.join(
                ",",
                welcome.open() ? "1" : "0",
                welcome.language().code(),
                String.valueOf(welcome.cases()),
                welcome.domains());
    }

    /** @return prompts with {@code &} between */
    @PostMapping("/status")
    String status(@RequestHeader(name = SECRET, defaultValue = "") String secret, Question question) {
        return hotline.status(secret, question.arrival());
    }

    /**
     * @return {@code queue,priority,extension,known,prompts}: extension of the advisor who has the case or empty, known 1 or 0, prompts
     *     with {@code &} between or nothing
     */
    @PostMapping("/route")
    String route(@RequestHeader(name = SECRET, defaultValue = "") String secret, Question question) {
        Hotline.Route route = hotline.route(secret, question.arrival());
        return String.join(
                ",",
                route.queue(),
                String.valueOf(route.priority()),
                route.extension().orElse(""),
                route.recognised() ? "1" : "0",
                route.speech());
    }

    /** @return {@code kept}, {@code known} or {@code refused} */
    @PostMapping("/callback")
    String callback(@RequestHeader(name = SECRET, defaultValue = "") String secret, Question question) {
        return hotline.callback(secret, question.arrival()).name().toLowerCase(Locale.ROOT);
    }

    private static Language language(String code) {
        try {
            return Language.of(code);
        } catch (Problem unknown) {
            return Language.AR;
        }
    }
}
