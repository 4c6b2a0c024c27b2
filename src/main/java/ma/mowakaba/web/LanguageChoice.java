package ma.mowakaba.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.kernel.Language;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language of the pages: the one in their address, else what the person chose, else what the browser asks for, else Arabic. */
@Configuration(proxyBeanMethods = false)
class LanguageChoice {

    private static final List<Language> SPOKEN = List.of(Language.AR, Language.FR, Language.EN);

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AddressFirst();
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(LanguageChoice::asked);
        return resolver;
    }

    /** A public page is the same for everybody: its language stands in its address. */
    private static final class AddressFirst extends CookieLocaleResolver {

        private static final Pattern NAMED = Pattern.compile("/help/(ar|fr)(?:/.*)?");

        AddressFirst() {
            super("MOWAKABA_LANGUAGE");
        }

        @Override
        public LocaleContext resolveLocaleContext(HttpServletRequest request) {
            Matcher named = NAMED.matcher(request.getRequestURI());
            return named.matches()
                    ? new SimpleLocaleContext(Language.of(named.group(1)).locale())
                    : super.resolveLocaleContext(request);
        }

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            Matcher named = NAMED.matcher(request.getRequestURI());
            return named.matches() ? Language.of(named.group(1)).locale() : super.resolveLocale(request);
        }
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
