package ma.mowakaba.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.kernel.EmailAddress;

/** Mails by which servers tell what became of mails of ours: those of the standards, and those of before and beside them. */
final class DeliveryReports {

    /** The first that finds something is believed. */
    private static final List<Function<ParsedMail, List<Returned>>> IN_ORDER =
            List.of(StatusReports::read, TextReports::qmail, TextReports::named, TextReports::any);

    private static final Set<String> ROBOTS =
            Set.of("mailer-daemon", "mail-daemon", "mailerdaemon", "mmdf", "maildaemon");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?iu)undeliver|non[- ]?remis|non[- ]?distribu|delivery (status|failure|has failed)|mail delivery|returned"
                    + " mail|failure notice|delivery notification|[ée]chec de (la"
                    + " )?(remise|distribution|livraison)|notification d.[ée]tat de remise|تعذر التسليم|تعذر تسليم|غير"
                    + " قابل للتسليم|فشل التسليم");
    private static final Pattern COPIED_ID = Pattern.compile("(?im)^[> \\t]*message-id:[ \\t]*<([^<>\\s]{1,500})>");
    private static final int MOST_IDS = 5;

    private DeliveryReports() {}

    static boolean is(ParsedMail mail) {
        String type = mail.header("content-type");
        String user = mail.from().address().map(EmailAddress::user).orElse("");
        boolean told = user.equals("postmaster") || AutomaticMail.hasNoEnvelopeSender(mail);
        return type.startsWith("multipart/report") && !type.contains("disposition-notification")
                || StatusReports.in(mail)
                || ROBOTS.contains(user)
                || mail.has("x-failed-recipients")
                || mail.has("x-ms-exchange-message-is-ndr")
                || TextReports.isQmail(mail)
                || told && SUBJECT.matcher(mail.subject()).find()
                || AutomaticMail.hasNoEnvelopeSender(mail) && !AutomaticMail.isAnswer(mail, true);
    }

    /** @return for whom what became of it; empty where it says nothing that can be understood */
    static List<Returned> read(ParsedMail mail) {
        return IN_ORDER.stream()
                .map(reader -> reader.apply(mail))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** @return Message-IDs in headers that stand copied in its text */
    static List<String> copiedIds(ParsedMail mail) {
        List<String> ids = new ArrayList<>();
        Matcher found = COPIED_ID.matcher(mail.body().text());
        while (ids.size() < MOST_IDS && found.find()) {
            ids.add(found.group(1));
        }
        return ids;
    }
}
