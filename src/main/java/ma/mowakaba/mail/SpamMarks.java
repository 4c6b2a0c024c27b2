package ma.mowakaba.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a filter in front of us found. Only what speaks against a mail counts, so that a sender who writes such a header himself harms
 * nobody else; where hosts are trusted, filters that say they ran on others are not heard.
 */
final class SpamMarks {

    private static final Pattern YES = Pattern.compile("(yes|true|spam)\\b");
    private static final Set<String> ACTIONS =
            Set.of("reject", "quarantine", "add header", "rewrite subject", "soft reject", "discard");
    private static final Pattern CHECKED_ON = Pattern.compile("\\bon ([a-z0-9.-]+)");
    private static final int EXCHANGE_SUSPECTS = 5;

    private SpamMarks() {}

    /** @param hosts trusted ones in lower case; none: every filter is heard */
    static boolean on(ParsedMail mail, Set<String> hosts) {
        return marked(mail) && (hosts.isEmpty() || !elsewhere(mail, hosts));
    }

    private static boolean marked(ParsedMail mail) {
        return YES.matcher(mail.header("x-spam-flag")).lookingAt()
                || YES.matcher(mail.header("x-spam-status")).lookingAt()
                || YES.matcher(mail.header("x-spam")).lookingAt()
                || ACTIONS.contains(mail.header("x-rspamd-action"))
                || YES.matcher(mail.header("x-amavis-alert")).lookingAt()
                || mail.header("x-forefront-antispam-report").contains("sfv:spm")
                || level(mail.header("x-ms-exchange-organization-scl")) >= EXCHANGE_SUSPECTS;
    }

    private static int level(String header) {
        return header.matches("[0-9]") ? Integer.parseInt(header) : 0;
    }

    private static boolean elsewhere(ParsedMail mail, Set<String> hosts) {
        Matcher checked = CHECKED_ON.matcher(mail.header("x-spam-checker-version"));
        String server = mail.header("x-rspamd-server").toLowerCase(Locale.ROOT);
        return checked.find() && !hosts.contains(checked.group(1)) || !server.isEmpty() && !hosts.contains(server);
    }
}
