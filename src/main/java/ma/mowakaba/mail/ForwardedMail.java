package ma.mowakaba.mail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.mail.ParsedMail.Original;
import ma.mowakaba.mail.ParsedMail.Sender;

/** Who wrote a mail that somebody forwards: it lies in it as a file, or the headers of it stand above its text, in the words of the program. */
final class ForwardedMail {

    private static final String PREFIX = "fwd?|fw|tr|wg|rv|إعادة توجيه|تحويل|محول";
    private static final Pattern SUBJECT = Pattern.compile("(?iu)^\\s*((re|r[ée]p|رد) ?: *)*(" + PREFIX + ") ?:");
    private static final Pattern PREFIXES = Pattern.compile("(?iu)^\\s*((re|r[ée]p|رد|" + PREFIX + ") ?: *)+");
    private static final Pattern MARK =
            Pattern.compile("(?imu)^[> \\t" + QuotedMail.INVISIBLE + "-]*(forwarded message|begin forwarded"
                    + " message|message transf[ée]r[ée]|d[ée]but du"
                    + " message"
                    + " (transf[ée]r[ée]|r[ée]exp[ée]di[ée])|الرسالة"
                    + " المعاد توجيهها|رسالة معاد توجيهها|رسالة"
                    + " محولة|الرسالة المحولة|بدء الرسالة المعاد"
                    + " توجيهها|بداية الرسالة المحولة)");
    private static final String BEFORE = "[>\\s*_" + QuotedMail.INVISIBLE + "]*";
    private static final Pattern FROM = label("from|de|exp[ée]diteur|من|المرسل");
    private static final Pattern OTHER =
            label("sent|date|envoy[ée]( le)?|to|[àa]|pour|cc|subject|objet|sujet|reply-to|r[ée]pondre [àa]"
                    + "|تم الإرسال|أرسلت|أُرسلت|تاريخ الإرسال|التاريخ|تاريخ|إلى|الى|الموضوع|نسخة( إلى)?|الرد على");
    private static final Pattern SUBJECT_LINE = label("subject|objet|sujet|الموضوع");
    private static final int LINES = 400;
    private static final int BLOCK = 8;

    private ForwardedMail() {}

    /** @return empty when it forwards nothing, or does not say whose */
    static Optional<Original> in(ParsedMail mail) {
        if (!SUBJECT.matcher(cut(mail.subject(), 300)).find()
                && !MARK.matcher(beginning(mail)).find()
                && mail.enclosed().isEmpty()) {
            return Optional.empty();
        }
        return asFile(mail).or(() -> inText(mail));
    }

    /** @return whether a line tells who wrote a mail that stands below it */
    static boolean isSender(String line) {
        return FROM.matcher(line).lookingAt();
    }

    /** @return whether a line is one of those that stand beside it: date, addressee, subject */
    static boolean isLabel(String line) {
        return OTHER.matcher(line).lookingAt();
    }

    private static Optional<Original> asFile(ParsedMail mail) {
        return mail.enclosed()
                .filter(inner -> inner.from().address().isPresent())
                .map(inner -> {
                    String outer = mail.body().text();
                    String text = outer.contains(inner.text()) ? outer : (outer + "\n\n" + inner.text()).strip();
                    return new Original(
                            inner.from(), inner.subject().isBlank() ? subject(mail) : inner.subject(), text);
                });
    }

    private static Optional<Original> inText(ParsedMail mail) {
        List<String> lines = beginning(mail).lines().limit(LINES).toList();
        for (int at = 0; at < lines.size(); at++) {
            Matcher from = FROM.matcher(lines.get(at));
            List<String> block = block(lines, at);
            if (from.lookingAt()
                    && block.stream()
                                    .filter(line -> OTHER.matcher(line).lookingAt())
                                    .count()
                            >= 2) {
                Optional<Sender> sender = sender(lines, at, lines.get(at).substring(from.end()));
                if (sender.isPresent()) {
                    return sender.map(one ->
                            new Original(one, subject(mail, block), mail.body().text()));
                }
            }
        }
        return Optional.empty();
    }

    /** The lines around: some programs put the subject and the date above the sender. */
    private static List<String> block(List<String> lines, int at) {
        return lines.subList(Math.max(0, at - 3), Math.min(lines.size(), at + BLOCK)).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** A long name may push the address onto the next line. */
    private static Optional<Sender> sender(List<String> lines, int at, String line) {
        String next = at + 1 < lines.size() && !OTHER.matcher(lines.get(at + 1)).lookingAt() ? lines.get(at + 1) : "";
        return one(line).or(() -> one(line + " " + next));
    }

    private static Optional<Sender> one(String words) {
        String line = words.replaceAll("[*" + QuotedMail.INVISIBLE + "]", "")
                .replaceAll("(?i)\\[mailto:\\s*([^\\]\\s]+)\\s*]", "<$1>")
                .replaceAll("(?i)<mailto:", "<");
        return Senders.ofText(line).stream()
                .findFirst()
                .map(one -> new Sender(Optional.of(one.address()), one.name(), one.shown()));
    }

    private static String subject(ParsedMail mail, List<String> block) {
        for (String line : block) {
            Matcher label = SUBJECT_LINE.matcher(line);
            if (label.lookingAt() && !line.substring(label.end()).isBlank()) {
                return HeaderText.clean(line.substring(label.end()).replace("*", ""));
            }
        }
        return subject(mail);
    }

    private static String subject(ParsedMail mail) {
        return PREFIXES.matcher(cut(mail.subject(), 300)).replaceFirst("").strip();
    }

    private static String beginning(ParsedMail mail) {
        return cut(mail.body().text(), 20_000);
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(most, text.length()));
    }

    private static Pattern label(String words) {
        return Pattern.compile("(?iu)" + BEFORE + "(" + words + ")[\\s*\\u00a0]*:[\\s*]*");
    }
}
