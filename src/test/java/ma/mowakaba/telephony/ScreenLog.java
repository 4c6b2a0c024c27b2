package ma.mowakaba.telephony;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import ma.mowakaba.web.live.LiveScreen;

/**
 * A supervisor's wallboard that prints, once for each number that is shown past the menu, its digits and the time in milliseconds since 1970 at
 * which the painting was at the socket. {@code telephony/verify/measure.py} reads it. Ends with its input.
 *
 * <p>Usage: {@code ScreenLog port}
 */
public final class ScreenLog {

    private static final Pattern PAST_THE_MENU = Pattern.compile(
            "class=\"number\">([^<]+)</bdi>(?:(?!</li>).)*badge--(?:queued|ringing|talking)", Pattern.DOTALL);

    private ScreenLog() {}

    public static void main(String[] arguments) throws Exception {
        Set<String> shown = ConcurrentHashMap.newKeySet();
        try (LiveScreen screen = LiveScreen.signedIn(Integer.parseInt(arguments[0]), "supervisor", "supervisor-demo")) {
            screen.onFrame(frame -> {
                        long at = System.currentTimeMillis();
                        PAST_THE_MENU
                                .matcher(frame.body().path("html").asString(""))
                                .results()
                                .map(number -> number.group(1).replaceAll("\\D", ""))
                                .filter(shown::add)
                                .forEach(number -> System.out.println(number + " " + at));
                        screen.frames.clear();
                    })
                    .connect("/wallboard")
                    .watch("/topic/supervisor/fr/calls");
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        System.exit(0);
    }
}
