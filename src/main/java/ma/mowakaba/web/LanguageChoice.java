package ma.mowakaba.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import ma.mowakaba.kernel.Language;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language of the pages: what the person chose, else what the browser asks for, else Arabic. */
@Configuration(proxyBeanMethods = false)
class LanguageChoice {

    private static final List<Language> SPOKEN = List.of(Language.AR, Language.FR, Language.EN);

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("MOWAKABA_LANGUAGE");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(LanguageChoice::asked);
        return resolver;
    }

    private static Locale asked(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null || header.length() > 500) {
            return Language.AR.locale();
        }
        try {
            List<String> spoken = SPOKEN.stream().map(Language::code).toList();
            String tag = Locale.lookupTag(Locale.LanguageRange.parse(header), spoken);
            return tag == null ? Language.AR.locale() : Language.of(tag).locale();
        } catch (IllegalArgumentException e) {
            return Language.AR.locale();
        }
    }

    /** Remembers the choice in a cookie. */
    @Controller
    static class Switch {

        private final LocaleResolver locales;

        Switch(LocaleResolver locales) {
            this.locales = locales;
        }

        @PostMapping("/language/{code}")
        String choose(
                @PathVariable String code,
                @RequestParam(defaultValue = "/") String back,
                HttpServletRequest request,
                HttpServletResponse response) {
            locales.setLocale(request, response, Language.of(code).locale());
            return "redirect:" + (back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") ? back : "/");
        }
    }
}
