package ma.mowakaba.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the router.
 *
 * @param live how the demands on an advisor fall while a call or a chat waits
 * @param written the same for mails and forms
 * @param headStart what a priority is worth
 * @param calls how the phones and the line come to terms
 * @param avoid how long a contact is not given again to the advisor who gave it back
 * @param mailsStay how much business time an advisor may be offline before his mails go to others
 * @param window how many contacts of each channel, domain and language a decision looks at, from the oldest
 */
@ConfigurationProperties("mowakaba.routing")
record RoutingSettings(
        @DefaultValue Live live,
        @DefaultValue Written written,
        @DefaultValue HeadStart headStart,
        @DefaultValue Calls calls,
        @DefaultValue("2m") Duration avoid,
        @DefaultValue("2h") Duration mailsStay,
        @DefaultValue("50") int window) {

    /** Waits of calls and chats after which less is asked for, see {@link Ageing}. */
    record Live(
            @DefaultValue("10s") Duration levelTwo,
            @DefaultValue("20s") Duration levelOne,
            @DefaultValue("60s") Duration otherLanguage,
            @DefaultValue("2m") Duration general) {}

    /** Waits of mails and forms after which less is asked for, see {@link Ageing}. */
    record Written(
            @DefaultValue("1m") Duration levelTwo,
            @DefaultValue("2m") Duration levelOne,
            @DefaultValue("15m") Duration otherLanguage,
            @DefaultValue("30m") Duration general) {}

    /** By how much earlier a contact of a priority is taken to have arrived. */
    record HeadStart(
            @DefaultValue("0s") Duration low,
            @DefaultValue("10m") Duration normal,
            @DefaultValue("30m") Duration high,
            @DefaultValue("2h") Duration urgent) {}

    /**
     * @param reservation how long an advisor is kept free for a call that his phone should ring for
     * @param silence how long an advisor whose phone did not ring in that time is given other contacts
     * @param drainAfter wait of a call after which an advisor with chats gets no new ones, so that he becomes free
     */
    record Calls(
            @DefaultValue("15s") Duration reservation,
            @DefaultValue("60s") Duration silence,
            @DefaultValue("30s") Duration drainAfter) {}
}
