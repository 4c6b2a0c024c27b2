package ma.mowakaba.web.api;

import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.telephony.Switchboard;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the dialplan asks by {@code CURL} before it queues a call; it waits two seconds at most and does without us then. */
@RestController
class RouteApi {

    private final Switchboard switchboard;

    RouteApi(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    /**
     * @param domain a code or the key pressed
     * @return {@code queue,priority,extension,known}: extension of the advisor who has the case or empty, known 1 or 0
     */
    @PostMapping(path = "/telephony/route", produces = MediaType.TEXT_PLAIN_VALUE)
    String route(
            @RequestHeader(name = "X-Telephony-Secret", defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String linkedid,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "ar") String language,
            @RequestParam(defaultValue = "") String domain) {
        Switchboard.Route route =
                switchboard.route(secret, new Switchboard.Arrival(linkedid, number, language(language), domain));
        return String.join(
                ",",
                route.queue(),
                String.valueOf(route.priority()),
                route.extension().orElse(""),
                route.recognised() ? "1" : "0");
    }

    private static Language language(String code) {
        try {
            return Language.of(code);
        } catch (Problem unknown) {
            return Language.AR;
        }
    }
}
