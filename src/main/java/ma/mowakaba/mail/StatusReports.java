package ma.mowakaba.mail;

import static ma.mowakaba.mail.Returned.Fate.COMPLAINT;
import static ma.mowakaba.mail.Returned.Fate.DELAYED;
import static ma.mowakaba.mail.Returned.Fate.DELIVERED;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.IncomingMessage.AttachmentDraft;

/**
 * Reports written for programs: delivery status notifications, and complaints.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3464">RFC 3464</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5965">RFC 5965</a>
 */
final class StatusReports {

    private static final Set<String> STATUS = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final String FEEDBACK = "message/feedback-report";
    private static final Pattern XTEXT = Pattern.compile("\\+([0-9A-F]{2})");
    private static final int LONGEST = 100_000;
    private static final int MOST = 50;

    private StatusReports() {}

    static boolean in(ParsedMail mail) {
        return files(mail).findAny().isPresent();
    }

    static List<Returned> read(ParsedMail mail) {
        return files(mail)
                .flatMap(file -> file.type().equals(FEEDBACK) ? complaint(file) : statuses(file))
                .limit(MOST)
                .toList();
    }

    private static Stream<AttachmentDraft> files(ParsedMail mail) {
        return mail.body().attachments().stream()
                .filter(file -> STATUS.contains(file.type()) || file.type().equals(FEEDBACK));
    }

    private static Stream<Returned> complaint(AttachmentDraft file) {
        Map<String, String> fields = groups(file).findFirst().orElse(Map.of());
        Optional<EmailAddress> address = address(fields.getOrDefault("original-rcpt-to", ""))
                .or(() -> address(fields.getOrDefault("removal-recipient", "")));
        return Stream.of(new Returned(address, COMPLAINT, "", fields.getOrDefault("feedback-type", "")));
    }

    private static Stream<Returned> statuses(AttachmentDraft file) {
        return groups(file)
                .filter(fields -> fields.containsKey("final-recipient") || fields.containsKey("original-recipient"))
                .map(StatusReports::recipient);
    }

    private static Returned recipient(Map<String, String> fields) {
        Optional<EmailAddress> address = address(XTEXT.matcher(fields.getOrDefault("original-recipient", ""))
                        .replaceAll(hex -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(hex.group(1), 16)))))
                .or(() -> address(fields.getOrDefault("final-recipient", "")));
        String diagnostic = typed(fields.getOrDefault("diagnostic-code", ""));
        String given = Returned.status(fields.getOrDefault("status", ""));
        String status = given.isEmpty() || given.equals("5.0.0") ? orElse(Returned.status(diagnostic), given) : given;
        return switch (fields.getOrDefault("action", "failed").toLowerCase(Locale.ROOT)) {
            case "delayed" -> new Returned(address, DELAYED, status, diagnostic);
            case "delivered", "relayed", "expanded" -> new Returned(address, DELIVERED, status, diagnostic);
            default -> Returned.failed(address, status, diagnostic);
        };
    }

    private static String orElse(String found, String given) {
        return found.isEmpty() ? given : found;
    }

    private static Optional<EmailAddress> address(String field) {
        return Senders.in(typed(field)).stream().findFirst().map(Senders.One::address);
    }

    /** @return what stands behind the type, as in {@code rfc822; a@example.ma} */
    private static String typed(String field) {
        return field.substring(field.indexOf(';') + 1).strip();
    }

    /** One for the mail, and one for each who should have got it; a blank line stands between them. */
    private static Stream<Map<String, String>> groups(AttachmentDraft file) {
        int length = Math.min(LONGEST, file.bytes().length);
        String text = new String(file.bytes(), 0, length, StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("\\n[ \\t]+(?=\\S)", " ");
        return Stream.of(text.strip().split("\\n\\s*\\n")).map(StatusReports::fields);
    }

    private static Map<String, String> fields(String group) {
        Map<String, String> fields = new HashMap<>();
        for (String line : group.split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        HeaderText.clean(line.substring(colon + 1)));
            }
        }
        return fields;
    }
}
