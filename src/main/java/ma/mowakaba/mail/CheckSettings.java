package ma.mowakaba.mail;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import ma.mowakaba.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what a mail has to pass.
 *
 * @param trustedHosts names by which the hosts in front of us call themselves in {@code Authentication-Results} and in spam headers;
 *     none: nothing is asked about senders, and every spam filter is heard
 * @param colleagues addresses, or {@code @domains}, whose forwarded mails are taken for their original sender's
 * @param replyKeys secrets of the tag in the address answers come back to, the first signs, all are known; none: no tag
 * @param storm when somebody writes faster than people do
 */
@ConfigurationProperties("mowakaba.mail.checks")
record CheckSettings(
        List<String> trustedHosts,
        List<String> colleagues,
        List<String> replyKeys,
        @DefaultValue Storm storm) {

    /**
     * Counted are mails that continue cases; new cases are never stopped.
     *
     * @param within this time
     * @param aCase mails one case may get
     * @param aSender mails one sender may write to cases
     * @param pause how long further ones are held
     */
    record Storm(
            @DefaultValue("1h") Duration within,
            @DefaultValue("60") int aCase,
            @DefaultValue("120") int aSender,
            @DefaultValue("1h") Duration pause) {}

    private static final int SHORTEST_KEY = 16;

    CheckSettings {
        trustedHosts =
                given(trustedHosts).map(host -> host.toLowerCase(Locale.ROOT)).toList();
        colleagues = given(colleagues).map(one -> one.toLowerCase(Locale.ROOT)).toList();
        replyKeys = given(replyKeys).toList();
        if (replyKeys.stream().anyMatch(key -> key.length() < SHORTEST_KEY)) {
            throw new IllegalArgumentException(
                    "mowakaba.mail.checks.reply-keys: a key has at least " + SHORTEST_KEY + " characters");
        }
    }

    private static Stream<String> given(@Nullable List<String> values) {
        return values == null ? Stream.of() : values.stream().map(String::strip).filter(one -> !one.isEmpty());
    }

    Set<String> hosts() {
        return Set.copyOf(trustedHosts);
    }

    boolean isColleague(EmailAddress address) {
        return colleagues.contains(address.value()) || colleagues.contains("@" + address.domain());
    }
}
