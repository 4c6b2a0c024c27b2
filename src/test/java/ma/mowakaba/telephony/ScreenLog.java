package ma.mowakaba.telephony;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ma.mowakaba.web.live.LiveScreen;

/**
 * A supervisor's wallboard that prints, once for each number that is shown past the menu, its digits and the time in milliseconds since 1970 at
 * which the painting was at the socket. {@code telephony/verify/measure.py} reads it. Ends with its input.
 *
 * <p>Usage: {@code ScreenLog port}
 */
public final class ScreenLog {

    private static final String NUMBER = "class=\\\"number\\\">";
    private static final List<String> PAST_THE_MENU = List.of("badge--queued", "badge--ringing", "badge--talking");

    private ScreenLog() {}

    public static void main(String[] arguments) throws Exception {
        Set<String> shown = ConcurrentHashMap.newKeySet();
        try (LiveScreen screen = LiveScreen.signedIn(Integer.parseInt(arguments[0]), "supervisor", "supervisor-demo")) {
            screen.onMessage(message -> {
                        long at = System.currentTimeMillis();
                        pastTheMenu(message, shown)
                                .forEach(number -> System.out.println(number.replaceAll("\\D", "") + " " + at));
                    })
                    .connect("/wallboard")
                    .watch("/topic/supervisor/fr/calls");
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        System.exit(0);
    }

    /** In the JSON as it came, since this machine carries what is measured too. */
    private static List<String> pastTheMenu(String html, Set<String> shown) {
        List<String> found = new ArrayList<>();
        for (int at = html.indexOf(NUMBER); at >= 0; at = html.indexOf(NUMBER, at + 1)) {
            int begin = at + NUMBER.length();
            String number = html.substring(begin, html.indexOf('<', begin));
            int end = html.indexOf("</li>", begin);
            if (!shown.contains(number) && PAST_THE_MENU.stream().anyMatch(it -> html.indexOf(it, begin, end) >= 0)) {
                shown.add(number);
                found.add(number);
            }
        }
        return found;
    }
}
