package ma.mowakaba.web.help;

import jakarta.servlet.http.HttpServletRequest;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.web.security.WebSettings;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Lets through what a form of our own page sends. A page that everybody shares holds no secret of one reader, so the browser's word counts:
 * it says where a request comes from, and no foreign page can make it say otherwise.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata</a>
 */
@Component
class OwnPage {

    private final String own;

    OwnPage(WebSettings settings) {
        own = settings.baseUrl().toString().replaceAll("/+$", "");
    }

    /** @throws Problem FORBIDDEN {@code help.other-page} */
    void check(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean ours = site != null
                ? site.equals("same-origin")
                : origin != null
                        && (origin.equals(own) || WebUtils.isSameOrigin(new ServletServerHttpRequest(request)));
        if (!ours) {
            throw Problem.forbidden("help.other-page");
        }
    }
}
