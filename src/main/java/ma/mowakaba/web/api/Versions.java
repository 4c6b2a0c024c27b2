package ma.mowakaba.web.api;

import java.util.Arrays;
import ma.mowakaba.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Versions as strong entity tags.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1">RFC 9110 §13.1.1</a>
 */
final class Versions {
    private Versions() {}

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * @param ifMatch the header: a tag, several with commas between, or an asterisk for any version
     * @return the version the change is meant for: the current one, when the header names it
     * @throws Problem PRECONDITION_REQUIRED without the header, STALE when it names other versions only
     */
    static long meant(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(Problem.Kind.PRECONDITION_REQUIRED, "ticket.version-missing");
        }
        boolean named = ifMatch.strip().equals("*")
                || Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(tag(current)::equals);
        if (!named) {
            throw Problem.stale("ticket.stale");
        }
        return current;
    }
}
