package ma.mowakaba.web.help;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Public pages are kept by browsers and by servers in between, and are sent again only when they changed. */
@Configuration(proxyBeanMethods = false)
class HelpCaching implements WebMvcConfigurer, HandlerInterceptor {

    private final HelpSettings settings;

    HelpCaching(HelpSettings settings) {
        this.settings = settings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/help/**");
    }

    /** The theme somebody chose is in a cookie; readers without cookies share one page. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null
                && page.getModel().containsKey("head")
                && request.getMethod().equals("GET")) {
            response.setHeader(
                    HttpHeaders.CACHE_CONTROL,
                    CacheControl.maxAge(settings.fresh()).cachePublic().getHeaderValue());
            response.addHeader(HttpHeaders.VARY, "Cookie");
        }
    }

    /** Weak, so that the page may be compressed on its way. */
    @Bean
    static FilterRegistrationBean<ShallowEtagHeaderFilter> tagsOfPublicPages() {
        ShallowEtagHeaderFilter tags = new ShallowEtagHeaderFilter();
        tags.setWriteWeakETag(true);
        FilterRegistrationBean<ShallowEtagHeaderFilter> registration = new FilterRegistrationBean<>(tags);
        registration.addUrlPatterns("/help/*", "/sitemap.xml", "/robots.txt");
        return registration;
    }
}
