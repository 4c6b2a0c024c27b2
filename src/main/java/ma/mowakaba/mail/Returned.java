package ma.mowakaba.mail;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.kernel.EmailAddress;

/**
 * What a report says became of a mail of ours, for one who should have got it.
 *
 * @param address empty when the report does not say whose
 * @param status as in {@code 5.1.1}, or the server's answer as in {@code 550}; empty string when there is none
 * @param text what the server said, one line, at most {@value #LONGEST} characters
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3463">RFC 3463</a>
 */
record Returned(Optional<EmailAddress> address, Fate fate, String status, String text) {

    private static final int LONGEST = 500;
    private static final Pattern STATUS =
            Pattern.compile("(?<![0-9.])([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?![0-9]|\\.[0-9])");
    private static final Pattern ANSWER = Pattern.compile("(?<![0-9.])([45][0-9]{2})(?=[ -])");
    /** The address is wrong, or nobody reads there any more. */
    private static final Pattern DEAD =
            Pattern.compile("5\\.1\\.(0|1|2|3|6|10)|5\\.2\\.1|5\\.4\\.4|5\\.0\\.0|550|551|553");

    private static final Set<String> SENDERS_FAULT = Set.of("5.0.0", "550", "553");
    private static final Pattern NOBODY = Pattern.compile(
            "(?iu)user unknown|unknown user|no such (user|mailbox|recipient|address)|does not exist|doesn.t exist|not"
                    + " found|invalid recipient|recipient rejected|mailbox unavailable|no mailbox|account (is"
                    + " )?disabled|utilisateur inconnu|inconnu|n.existe pas|introuvable|غير موجود|لم يتم العثور");
    private static final Pattern SUSPECTED =
            Pattern.compile("(?i)spam|blocked|blacklist|blocklist|policy|dmarc|spf|reputation");

    Returned {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** What became of it: remark {@code mail.remark.returned.<code>}. */
    enum Fate {
        /** For good, and the address will never take one. */
        DEAD,
        /** For good, for another reason: too large, suspected, a full mailbox. */
        REFUSED,
        /** Given up after trying for some time. */
        EXPIRED,
        /** Still being tried. */
        DELAYED,
        DELIVERED,
        /** He called it unwanted. */
        COMPLAINT;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @return what the server said, with the status where it does not stand in it */
    String said() {
        return text.contains(status) ? text : (status + " " + text).strip();
    }

    /** A failure told in words, whose status is looked for in them. */
    static Returned told(Optional<EmailAddress> address, String words) {
        String line = HeaderText.clean(words).replaceAll("\\s+", " ");
        return failed(address, status(line), line);
    }

    /** @param status may be empty */
    static Returned failed(Optional<EmailAddress> address, String status, String text) {
        return new Returned(address, fate(status, text), status, text);
    }

    static String status(String words) {
        Matcher enhanced = STATUS.matcher(words);
        if (enhanced.find()) {
            return enhanced.group(1);
        }
        Matcher answer = ANSWER.matcher(words);
        return answer.find() ? answer.group(1) : "";
    }

    private static Fate fate(String status, String text) {
        boolean nobody = NOBODY.matcher(text).find();
        if (status.startsWith("4")) {
            return Fate.EXPIRED;
        }
        if (status.isEmpty()) {
            return nobody ? Fate.DEAD : Fate.REFUSED;
        }
        boolean vague = SENDERS_FAULT.contains(status);
        boolean dead = DEAD.matcher(status).matches()
                && (!vague || nobody)
                && !SUSPECTED.matcher(text).find();
        return dead ? Fate.DEAD : Fate.REFUSED;
    }
}
