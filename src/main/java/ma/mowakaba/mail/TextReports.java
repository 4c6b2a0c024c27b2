package ma.mowakaba.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.kernel.EmailAddress;

/**
 * Reports written for people: by qmail, Exim, Exchange and others.
 *
 * @see <a href="https://cr.yp.to/proto/qsbmf.txt">QSBMF</a>
 */
final class TextReports {

    private static final Pattern QMAIL = Pattern.compile("Hi\\. This is the ");
    private static final Pattern QMAIL_RECIPIENT = Pattern.compile("(?s)\\s*<([^<>\\s]{1,254})>:\\s+(.+)");
    /** Where the copy of our own mail begins, whose addresses nobody wants to read. */
    private static final Pattern COPY = Pattern.compile(
            "(?im)^[- ]*(below this line is a copy|this is a copy of|here is a copy of|copy of (your|the)"
                + " message|original message|message d.origine|original message headers|les en-t[êe]tes|included is a"
                + " copy|returned message|الرسالة الأصلية)");

    private static final Pattern ADDRESS =
            Pattern.compile("(?<!" + Senders.LETTER + ")" + Senders.LETTER + "{1,64}+@[a-zA-Z0-9.-]{1,180}[a-zA-Z0-9]");
    private static final int LONGEST = 20_000;
    private static final int WORDS = 400;
    private static final int MOST = 20;

    private TextReports() {}

    static boolean isQmail(ParsedMail mail) {
        return QMAIL.matcher(mail.body().text()).lookingAt();
    }

    static List<Returned> qmail(ParsedMail mail) {
        List<Returned> found = new ArrayList<>();
        if (isQmail(mail)) {
            for (String paragraph : words(mail).split("\\n\\s*\\n", 4 * MOST)) {
                Matcher recipient = QMAIL_RECIPIENT.matcher(paragraph);
                if (found.size() < MOST && recipient.matches()) {
                    found.add(Returned.told(EmailAddress.parse(recipient.group(1)), recipient.group(2)));
                }
            }
        }
        return found;
    }

    /** Whom it concerns stands in a header, as Exim and Gmail have it; why, in the text. */
    static List<Returned> named(ParsedMail mail) {
        String words = words(mail);
        return mail.all("x-failed-recipients").stream()
                .flatMap(header -> Senders.in(header).stream())
                .limit(MOST)
                .map(one -> Returned.told(Optional.of(one.address()), behind(words, one.address())))
                .toList();
    }

    /** Whose addresses stand in the text: of several those with a code behind them. */
    static List<Returned> any(ParsedMail mail) {
        String words = words(mail);
        Map<EmailAddress, String> said = new LinkedHashMap<>();
        Matcher address = ADDRESS.matcher(words);
        while (said.size() < MOST && address.find()) {
            String behind = part(words, address.end());
            EmailAddress.parse(address.group())
                    .filter(one -> !servers(one))
                    .ifPresent(one -> said.merge(
                            one,
                            behind,
                            (first, again) -> Returned.status(first).isEmpty() ? again : first));
        }
        if (said.isEmpty()) {
            return words.isBlank() ? List.of() : List.of(Returned.told(Optional.empty(), part(words, 0)));
        }
        return said.entrySet().stream()
                .filter(one ->
                        said.size() == 1 || !Returned.status(one.getValue()).isEmpty())
                .map(one -> Returned.told(Optional.of(one.getKey()), one.getValue()))
                .toList();
    }

    private static boolean servers(EmailAddress address) {
        return address.user().equals("postmaster") || address.user().equals("mailer-daemon");
    }

    private static String behind(String words, EmailAddress address) {
        int at = words.toLowerCase(java.util.Locale.ROOT).indexOf(address.value());
        return at < 0 ? part(words, 0) : part(words, at + address.value().length());
    }

    private static String part(String words, int from) {
        String part = words.substring(from, Math.min(words.length(), from + WORDS));
        return part.replaceFirst("^[>:\\s]+", "").strip();
    }

    private static String words(ParsedMail mail) {
        String text = mail.body().text();
        String beginning = text.substring(0, Math.min(LONGEST, text.length()));
        Matcher copy = COPY.matcher(beginning);
        return copy.find() ? beginning.substring(0, copy.start()) : beginning;
    }
}
