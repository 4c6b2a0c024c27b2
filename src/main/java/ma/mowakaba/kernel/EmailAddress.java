package ma.mowakaba.kernel;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address, compared without regard to case.
 *
 * @param value lower case, at most 254 characters, one {@code @}, no space, no control character; a domain of other letters than ASCII
 *     in the form that mail servers write ({@code xn--…}), so that both forms are one address
 */
public record EmailAddress(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@\\p{Cntrl}<>,;:\"()\\[\\]]{1,64}@[^\\s@\\p{Cntrl}<>,;:\"()\\[\\]]{1,189}");

    public EmailAddress {
        value = Normalizer.normalize(value.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        if (!SHAPE.matcher(value).matches()) {
            throw Problem.invalid("email.malformed");
        }
        value = ascii(value);
    }

    private static String ascii(String address) {
        int domain = address.indexOf('@') + 1;
        try {
            return address.substring(0, domain) + IDN.toASCII(address.substring(domain), IDN.ALLOW_UNASSIGNED);
        } catch (RuntimeException malformed) {
            // it throws others than those it names
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

    /** @return what stands before the {@code @} */
    public String user() {
        return value.substring(0, value.indexOf('@'));
    }

    /** @return what stands behind the {@code @} */
    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    /** @return fit for a log: {@code a•••@example.ma} */
    public String masked() {
        return value.charAt(0) + "•••@" + domain();
    }

    @Override
    public String toString() {
        return masked();
    }
}
