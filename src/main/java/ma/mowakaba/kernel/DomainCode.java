package ma.mowakaba.kernel;

import java.util.regex.Pattern;

/**
 * The subject a contact is about, a branch of the routing tree such as {@code funding}.
 *
 * @param value 2 to 40 characters of a–z, 0–9 and hyphen, beginning with a letter
 */
public record DomainCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /** Where a contact goes whose subject is not known. */
    public static final DomainCode GENERAL = new DomainCode("general");

    public DomainCode {
        if (!SHAPE.matcher(value).matches()) {
            throw Problem.invalid("domain.malformed", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
