package ma.mowakaba.mail;

import static ma.mowakaba.mail.Authenticity.CONFIRMED;
import static ma.mowakaba.mail.Authenticity.FAILED;
import static ma.mowakaba.mail.Authenticity.NOT_ASKED;
import static ma.mowakaba.mail.Authenticity.UNPROVEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.kernel.EmailAddress;

/**
 * What the trusted host wrote about a sender. What other hosts wrote is not read; that nobody writes in its name is the trusted host's to
 * see to, as the standard demands.
 *
 * @param method as in {@code dmarc}
 * @param result as in {@code pass}
 * @param domain it was found for; empty string when it is not named
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8601">RFC 8601</a>
 */
record AuthenticationResults(String method, String result, String domain) {

    private static final Pattern ESCAPED = Pattern.compile("(?s)\\\\.");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*(\"|$)");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern METHOD = Pattern.compile("^\\s*([a-z0-9-]+)(?:/[0-9]+)?\\s*=\\s*([a-z]+)");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:header\\.from|header\\.d|header\\.i|smtp\\.mailfrom|smtp\\.from)\\s*=\\s*(?:[^\\s;@/]{0,64}@)?([a-z0-9._-]{1,253})(?=[\\s;]|$)");
    private static final int MOST = 50;
    private static final int MOST_COMMENTS = 20;

    /** @param hosts names that trusted hosts call themselves by, in lower case; none: nothing is asked */
    static Authenticity of(ParsedMail mail, Set<String> hosts) {
        if (hosts.isEmpty()) {
            return NOT_ASKED;
        }
        List<AuthenticationResults> all = mail.all("authentication-results").stream()
                .limit(MOST)
                .flatMap(header -> read(header, hosts).stream())
                .toList();
        if (all.stream().anyMatch(one -> one.method.equals("dmarc") && one.result.equals("fail"))) {
            return FAILED;
        }
        return mail.from()
                        .address()
                        .filter(address -> all.stream().anyMatch(one -> one.speaksFor(address)))
                        .isPresent()
                ? CONFIRMED
                : UNPROVEN;
    }

    private boolean speaksFor(EmailAddress address) {
        return result.equals("pass")
                && switch (method) {
                    case "dmarc", "dkim", "spf" -> aligned(address.domain());
                    default -> false;
                };
    }

    /** Equal, or one below the other. */
    private boolean aligned(String from) {
        return domain.contains(".")
                && (domain.equals(from) || from.endsWith("." + domain) || domain.endsWith("." + from));
    }

    private static List<AuthenticationResults> read(String header, Set<String> hosts) {
        // what senders choose stands in quotes: nothing in there divides
        String line = QUOTED.matcher(
                        ESCAPED.matcher(header.toLowerCase(Locale.ROOT)).replaceAll("_"))
                .replaceAll("_");
        for (int i = 0; i < MOST_COMMENTS && line.indexOf('(') >= 0; i++) {
            line = COMMENT.matcher(line).replaceAll(" ");
        }
        String[] parts = line.split(";");
        List<AuthenticationResults> found = new ArrayList<>();
        if (hosts.contains(parts[0].strip().replaceFirst("\\s.*", ""))) {
            for (int i = 1; i < parts.length; i++) {
                one(parts[i]).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<AuthenticationResults> one(String part) {
        Matcher method = METHOD.matcher(part);
        if (!method.find()) {
            return Optional.empty();
        }
        Matcher domain = DOMAIN.matcher(part.substring(method.end()));
        return Optional.of(
                new AuthenticationResults(method.group(1), method.group(2), domain.find() ? domain.group(1) : ""));
    }
}
