package ma.mowakaba.routing;

import java.time.Duration;
import java.time.Instant;
import ma.mowakaba.kernel.Channel;

/**
 * How the demands on an advisor fall while somebody waits: first a level 3 in domain and language, then a level 2, then a level 1,
 * then the same domain in another language, then the general desk in the right language. A level that nobody present has is not waited
 * for.
 */
record Ageing(Steps live, Steps written) {

    /** After which waits each demand falls. */
    record Steps(Duration levelTwo, Duration levelOne, Duration otherLanguage, Duration general) {}

    /**
     * What is still asked of an advisor.
     *
     * @param level the least level in domain and language
     */
    record Demand(int level, boolean otherLanguageToo, boolean generalToo) {}

    static final Demand ANYBODY = new Demand(1, true, true);

    static Ageing of(RoutingSettings settings) {
        var live = settings.live();
        var written = settings.written();
        return new Ageing(
                new Steps(live.levelTwo(), live.levelOne(), live.otherLanguage(), live.general()),
                new Steps(written.levelTwo(), written.levelOne(), written.otherLanguage(), written.general()));
    }

    /** @param bestPresent the highest level in domain and language among all who are present, 0 when nobody is */
    Demand demand(InLine contact, int bestPresent, Instant now) {
        Steps steps = contact.channel() == Channel.CALL || contact.channel() == Channel.CHAT ? live : written;
        Duration waited = Duration.between(contact.since(), now);
        int level = reached(waited, steps.levelOne()) ? 1 : reached(waited, steps.levelTwo()) ? 2 : 3;
        return new Demand(
                Math.clamp(bestPresent, 1, level),
                reached(waited, steps.otherLanguage()),
                reached(waited, steps.general()));
    }

    private static boolean reached(Duration waited, Duration step) {
        return waited.compareTo(step) >= 0;
    }
}
