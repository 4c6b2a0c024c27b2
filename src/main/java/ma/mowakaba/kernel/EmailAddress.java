package ma.mowakaba.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address, compared without regard to case.
 *
 * @param value lower case, at most 254 characters, one {@code @}, no space, no control character
 */
public record EmailAddress(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@\\p{Cntrl}<>,;:\"()\\[\\]]{1,64}@[^\\s@\\p{Cntrl}<>,;:\"()\\[\\]]{1,189}");

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw Problem.invalid("email.malformed");
        }
    }

    public static Optional<EmailAddress> parse(String raw) {
        try {
            return Optional.of(new EmailAddress(raw));
        } catch (Problem e) {
            return Optional.empty();
        }
    }

    /** @return fit for a log: {@code a•••@example.ma} */
    public String masked() {
        return value.charAt(0) + "•••" + value.substring(value.indexOf('@'));
    }

    @Override
    public String toString() {
        return masked();
    }
}
