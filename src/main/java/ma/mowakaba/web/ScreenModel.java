package ma.mowakaba.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** What every page knows: its words and language, the viewer, the theme, the address it stands at. */
@ControllerAdvice(annotations = Controller.class)
class ScreenModel {

    private static final Set<String> THEMES = Set.of("light", "dark", "contrast");

    private final Wording wording;
    private final Viewers viewers;

    ScreenModel(Wording wording, Viewers viewers) {
        this.wording = wording;
        this.viewers = viewers;
    }

    @ModelAttribute
    void everyPage(Model model, HttpServletRequest request, @Nullable Principal principal) {
        if (forPrograms(request)) {
            return;
        }
        Language language = Language.of(RequestContextUtils.getLocale(request));
        model.addAttribute("w", wording.in(language));
        model.addAttribute("lang", language);
        model.addAttribute("here", request.getRequestURI());
        viewers.find(principal).ifPresent(viewer -> who(model, viewer));
        theme(request).ifPresent(theme -> model.addAttribute("theme", theme));
        if (principal != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf) {
            model.addAttribute("csrfHeader", "{\"" + csrf.getHeaderName() + "\":\"" + csrf.getToken() + "\"}");
        }
    }

    /** @return what the reader chose; empty where he follows his system */
    static Optional<String> theme(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, "mowakaba-theme"))
                .map(Cookie::getValue)
                .filter(THEMES::contains);
    }

    /** An annotation finds {@code @RestController} too. */
    private static boolean forPrograms(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                && AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class);
    }

    private static void who(Model model, Advisor viewer) {
        model.addAttribute("me", viewer);
        model.addAttribute("navigation", Navigation.of(viewer::is));
        model.addAttribute("advises", viewer.is(Role.ADVISOR));
        model.addAttribute("cases", viewer.is(Role.ADVISOR) || viewer.is(Role.SUPERVISOR));
        model.addAttribute("supervises", viewer.is(Role.SUPERVISOR));
    }
}
