package ma.mowakaba.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import ma.mowakaba.telephony.Softphones;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What a page may do in the browser. The workspace alone may use the microphone, and connect to the exchange's one address. */
@Component
class PagePolicies implements HeaderWriter {

    private static final String CONTENT = "Content-Security-Policy";
    private static final String PERMISSIONS = "Permissions-Policy";
    private static final String NO_DEVICE = "camera=(), geolocation=(), microphone=";
    private static final List<PathPattern> WORKSPACE = List.of("/", "/tickets", "/tickets/*", "/chats/*").stream()
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private final String elsewhere = contentPolicy("");
    private final String workspace;
    private final boolean phones;

    PagePolicies(Softphones softphones) {
        this.phones = softphones.address().isPresent();
        this.workspace = contentPolicy(softphones.address().map(" "::concat).orElse(""));
    }

    /** A page that says more about itself than this, such as a stranger's mail, keeps what it says. */
    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        boolean work =
                WORKSPACE.stream().anyMatch(page -> page.matches(PathContainer.parsePath(request.getRequestURI())));
        put(response, CONTENT, work ? workspace : elsewhere);
        put(response, PERMISSIONS, NO_DEVICE + (work && phones ? "(self)" : "()"));
    }

    private static void put(HttpServletResponse response, String header, String policy) {
        if (!response.containsHeader(header)) {
            response.setHeader(header, policy);
        }
    }

    private static String contentPolicy(String exchange) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src 'self'" + exchange,
                "media-src 'self'",
                "frame-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'",
                "object-src 'none'");
    }
}
