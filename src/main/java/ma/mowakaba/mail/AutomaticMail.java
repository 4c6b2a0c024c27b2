package ma.mowakaba.mail;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By which signs machines that write mails are known. A machine that answers is told apart from one that writes to many: what a list
 * or a newsletter brings may be somebody's request, it is only never acknowledged.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3834#section-5">RFC 3834 §5</a>
 */
final class AutomaticMail {

    /** Written by answering machines and by nothing else. */
    private static final List<String> ANSWERING = List.of(
            "x-autoreply",
            "x-auto-reply",
            "x-autoreply-from",
            "x-autorespond",
            "x-autoresponder",
            "x-autoresponse",
            "x-mail-autoreply");

    private static final Set<String> ANSWERING_PRECEDENCE = Set.of("auto_reply", "auto-reply", "autoreply");
    private static final Set<String> MASS_PRECEDENCE = Set.of("bulk", "junk", "list");
    private static final List<String> MASS = List.of(
            "list-id",
            "list-unsubscribe",
            "list-post",
            "list-help",
            "list-subscribe",
            "mailing-list",
            "feedback-id",
            "x-campaign-id",
            "x-mailer-recptid",
            "x-csa-complaints");
    private static final List<String> SUPPRESSED = List.of("all", "autoreply", "oof");
    private static final List<String> SILENT = List.of(
            "noreply",
            "no-reply",
            "no_reply",
            "do-not-reply",
            "donotreply",
            "nepasrepondre",
            "ne-pas-repondre",
            "mailer-daemon",
            "postmaster",
            "bounce");

    /** Said by programs only, at the very beginning: behind {@code Re:} somebody answers one. */
    private static final Pattern SAID_BY_MACHINES =
            beginning("automatic (reply|response)|auto[- ]?(reply|response)|out of (the )?office|r[ée]ponse automatique"
                    + "|respuesta autom[áa]tica|automatische antwort|رد تلقائي|الرد التلقائي|رد آلي|جواب آلي");
    /** Said by people too (an association's {@code bureau} is its board): a sign only where the mail answers one of ours. */
    private static final Pattern SAID_BY_THE_ABSENT = beginning(
            "absen(te?|ce)\\b|message d.absence|en cong[ée]|cong[ée]s?\\b|vacances|(on )?vacation|on (annual )?leave"
                    + "|annual leave|away\\b|auto ?:|غائب|غياب|خارج المكتب|في إجازة|إجازة|في عطلة|عطلة");

    private AutomaticMail() {}

    /** @param answers whether it answers a mail of ours */
    static boolean isAnswer(ParsedMail mail, boolean answers) {
        String submitted = mail.header("auto-submitted");
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || ANSWERING.stream().anyMatch(mail::has)
                || ANSWERING_PRECEDENCE.contains(mail.header("precedence"))
                || mail.header("content-type").contains("disposition-notification")
                || mail.header("x-post-messageclass").contains("autoresponder")
                || mail.header("delivered-to").equals("autoresponder")
                || SAID_BY_MACHINES.matcher(mail.subject()).lookingAt()
                || answers && awayWithoutSaying(mail);
    }

    /** Older programs call their answers bulk, or have no sender on the envelope, and say nothing else. */
    private static boolean awayWithoutSaying(ParsedMail mail) {
        boolean toMany = MASS.stream().anyMatch(mail::has);
        return !toMany && MASS_PRECEDENCE.contains(mail.header("precedence"))
                || SAID_BY_THE_ABSENT.matcher(mail.subject()).lookingAt();
    }

    /** @return whether an answer by a machine would reach nobody, too many, or another machine */
    static boolean wantsNoAnswer(ParsedMail mail, String sender) {
        String suppressed = mail.header("x-auto-response-suppress");
        return MASS_PRECEDENCE.contains(mail.header("precedence"))
                || MASS.stream().anyMatch(mail::has)
                || Stream.of(suppressed.split("[,;\\s]+")).anyMatch(SUPPRESSED::contains)
                || mail.header("x-fc-machinegenerated").equals("true")
                || SILENT.stream().anyMatch(sender::startsWith);
    }

    /** With no sender on the envelope, so that nothing can come back. */
    static boolean hasNoEnvelopeSender(ParsedMail mail) {
        return mail.header("return-path").replace(" ", "").equals("<>");
    }

    private static Pattern beginning(String words) {
        return Pattern.compile("(?iu)\\s*\\[?(" + words + ")");
    }
}
