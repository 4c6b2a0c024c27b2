package ma.mowakaba.telephony;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.mowakaba.calendar.BusinessCalendar;
import ma.mowakaba.kernel.PhoneNumber;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the telephone.
 *
 * @param exchanges further ones, beside the first
 * @param routeSecret the dialplan sends it with each {@code POST /telephony/route}; empty refuses every one
 * @param trunk name of the carrier's endpoint in {@code pjsip.conf}
 * @param dialPrefixes beginnings of the numbers that click-to-call may dial, in E.164
 * @param silentAfter how long nothing may be heard of an exchange before supervisors are told
 * @param sameCase how old an unfinished case may be for a further call to go on it
 */
@ConfigurationProperties("mowakaba.telephony")
record TelephonySettings(
        @DefaultValue Exchange exchange,
        @DefaultValue Journal journal,
        @DefaultValue List<Site> exchanges,
        @DefaultValue("") String routeSecret,
        @DefaultValue("carrier") String trunk,
        @DefaultValue({"+2125", "+2126", "+2127", "+21280"}) List<String> dialPrefixes,
        @DefaultValue("3m") Duration silentAfter,
        @DefaultValue("14d") Duration sameCase,
        @DefaultValue Line line) {

    TelephonySettings {
        List<String> names = Stream.concat(
                        Stream.of(exchange.name()), exchanges.stream().map(Site::name))
                .toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "mowakaba.telephony.exchanges: each exchange needs a name of its own: " + names);
        }
    }

    /** @return all exchanges, the first one first */
    List<Site> sites() {
        return Stream.concat(Stream.of(new Site(exchange, journal)), exchanges.stream())
                .toList();
    }

    /** @return name of the exchange that has this call: the part before the first dash; the first one has what no other claims */
    String owner(String linkedid) {
        String system = linkedid.substring(0, Math.max(0, linkedid.indexOf('-')));
        return exchanges.stream()
                .map(Site::name)
                .filter(system::equals)
                .findFirst()
                .orElse(exchange.name());
    }

    boolean owns(String name, String linkedid) {
        return owner(linkedid).equals(name);
    }

    /** @return name of the exchange whose extensions name this one, else the first one's */
    String home(String extension) {
        return exchanges.stream()
                .filter(site -> ExtensionList.names(site.exchange().extensions(), extension))
                .map(Site::name)
                .findFirst()
                .orElse(exchange.name());
    }

    boolean mayDial(PhoneNumber number) {
        return dialPrefixes.stream().anyMatch(number.e164()::startsWith);
    }

    /**
     * What a caller meets.
     *
     * @param calendars name of the calendar by the number that was called; {@code default} for a number that is not named
     * @param bip whoever hangs up in the menu before that time is called back; zero for never
     */
    record Line(
            @DefaultValue Map<String, String> calendars,
            @DefaultValue("6s") Duration bip) {

        String calendar(String dialled) {
            return calendars.getOrDefault(dialled, BusinessCalendar.DEFAULT);
        }
    }

    /** A further exchange, with what the first one has too. */
    record Site(
            @DefaultValue Exchange exchange, @DefaultValue Journal journal) {

        String name() {
            return exchange.name();
        }
    }

    /**
     * The manager interface of Asterisk.
     *
     * @param name the exchange's SYSTEM_NAME, under which it ships its journal
     * @param extensions of a further exchange: the telephones that are at it, as in {@code 3001-3040 3100}
     * @param host empty when there is no exchange: the center works without telephone
     * @param sslBundle name of the {@code spring.ssl.bundle} that holds the certificate of an exchange with AMI_TLS_PORT, which alone is
     *     trusted; empty for a link in the clear
     * @param backlog events kept for the workers before the rest is dropped and looked up again
     */
    record Exchange(
            @DefaultValue("mw1") String name,
            @DefaultValue("") String extensions,
            @DefaultValue("") String host,
            @DefaultValue("5038") int port,
            @DefaultValue("mowakaba") String user,
            @DefaultValue("") String secret,
            @DefaultValue("") String sslBundle,
            @DefaultValue("5s") Duration pingEvery,
            @DefaultValue("15s") Duration silence,
            @DefaultValue("20000") int backlog,
            @DefaultValue("4") int workers) {

        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,20}");

        Exchange {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "The name of an exchange is its SYSTEM_NAME, at most 20 letters and digits: " + name);
            }
        }
    }

    /**
     * The files Asterisk writes, seen from here.
     *
     * @param cel JSON lines of {@code cel_custom}; empty when they are not to be read
     * @param queueLog {@code queue_log}
     */
    record Journal(
            @DefaultValue("") String cel, @DefaultValue("") String queueLog) {}
}
