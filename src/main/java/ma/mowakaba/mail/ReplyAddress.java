package ma.mowakaba.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.TicketNumber;
import org.springframework.stereotype.Component;

/**
 * The address an answer comes back to: {@code markaz+2026-000123-k3v9…@example.ma}. The letters behind the number are an HMAC of it, so
 * that only who got a mail of ours can have them; upper and lower case are the same, since servers change it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5233">RFC 5233</a>
 */
@Component
class ReplyAddress {

    private static final Pattern TAG = Pattern.compile("(20[0-9]{2}-[0-9]{6,9})-([a-z2-7]{16})");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 16;
    /** Where servers write to whom a mail went, beside what its author wrote. */
    private static final List<String> HEADERS = List.of(
            "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-rcpt-to", "to", "cc", "resent-to");

    private final MailSettings settings;
    private final Mailboxes mailboxes;
    private final CheckSettings checks;

    ReplyAddress(MailSettings settings, Mailboxes mailboxes, CheckSettings checks) {
        this.settings = settings;
        this.mailboxes = mailboxes;
        this.checks = checks;
    }

    /** @param own address of ours that the case is answered from; @return it as it is where there is no key */
    String of(TicketNumber number, String own) {
        int at = own.indexOf('@');
        return checks.replyKeys().stream()
                .findFirst()
                .map(key -> own.substring(0, at) + "+" + number.value() + "-" + code(number, key) + own.substring(at))
                .orElse(own);
    }

    /** @return the case whose tag, in our hand, the mail was sent to */
    Optional<TicketNumber> in(ParsedMail mail) {
        if (checks.replyKeys().isEmpty()) {
            return Optional.empty();
        }
        return HEADERS.stream()
                .map(header -> String.join(", ", mail.all(header)))
                .filter(value -> value.indexOf('+') >= 0)
                .flatMap(value -> Senders.in(value).stream())
                .flatMap(one -> tagged(one.address()))
                .findFirst();
    }

    private Stream<TicketNumber> tagged(EmailAddress address) {
        int plus = address.user().indexOf('+');
        if (plus < 0 || !isOurs(plain(address))) {
            return Stream.empty();
        }
        Matcher tag = TAG.matcher(address.user().substring(plus + 1));
        return tag.matches() && ours(new TicketNumber(tag.group(1)), tag.group(2))
                ? Stream.of(new TicketNumber(tag.group(1)))
                : Stream.empty();
    }

    private boolean isOurs(EmailAddress address) {
        return address.equals(settings.own()) || mailboxes.of(address).isPresent();
    }

    /** @return the address without what stands behind its plus */
    static EmailAddress plain(EmailAddress address) {
        int plus = address.user().indexOf('+');
        return plus <= 0 ? address : new EmailAddress(address.user().substring(0, plus) + "@" + address.domain());
    }

    private boolean ours(TicketNumber number, String code) {
        byte[] given = code.getBytes(StandardCharsets.US_ASCII);
        return checks.replyKeys().stream()
                .anyMatch(key -> MessageDigest.isEqual(code(number, key).getBytes(StandardCharsets.US_ASCII), given));
    }

    /** 80 bits, five a letter. */
    private static String code(TicketNumber number, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(("reply " + number.value()).getBytes(StandardCharsets.US_ASCII));
            StringBuilder code = new StringBuilder(LENGTH);
            for (int bit = 0; code.length() < LENGTH; bit += 5) {
                int two = (hash[bit / 8] & 0xff) << 8 | hash[bit / 8 + 1] & 0xff;
                code.append(LETTERS.charAt(two >> 11 - bit % 8 & 31));
            }
            return code.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
