package ma.mowakaba.mail;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server said about one recipient.
 *
 * @param code of the reply, such as {@code 451}; {@code away} or {@code cut} when there was none
 * @param sure false when it may have taken the mail all the same
 */
record SmtpAnswer(Deliveries.State state, @Nullable String code, boolean sure) {

    static final SmtpAnswer ACCEPTED = new SmtpAnswer(Deliveries.State.ACCEPTED, "250", true);
    /** Nobody listens, or nobody who talks to us. */
    static final SmtpAnswer AWAY = waiting("away", true);
    /** The connection ended in the middle: at worst after the mail was taken and before that was said. */
    static final SmtpAnswer CUT = waiting("cut", false);

    /** Said about how we speak or who we are, never about the recipient: 500 and 502 to 504, 521, 530 to 538. */
    private static final Set<Integer> ABOUT_US = Set.of(500, 502, 503, 504, 521, 530, 534, 535, 538);

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1">RFC 5321</a>: 4xx for now, 5xx for good */
    static SmtpAnswer of(int code) {
        return code >= 500 && !ABOUT_US.contains(code)
                ? new SmtpAnswer(Deliveries.State.REFUSED, String.valueOf(code), true)
                : waiting(String.valueOf(code), true);
    }

    /** Our own address was refused, or our account: whoever runs the center mends it, and the mail waits. */
    static SmtpAnswer aboutUs(int code) {
        return waiting(String.valueOf(code), true);
    }

    private static SmtpAnswer waiting(String code, boolean sure) {
        return new SmtpAnswer(Deliveries.State.WAITING, code, sure);
    }
}
