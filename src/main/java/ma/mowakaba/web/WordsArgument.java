package ma.mowakaba.web;

import java.util.List;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.Advisor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a page's method ask for the viewer ({@link Advisor}) and for the {@link Words} of his language. */
@Configuration(proxyBeanMethods = false)
class WordsArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final Wording wording;
    private final Viewers viewers;

    WordsArgument(Wording wording, Viewers viewers) {
        this.wording = wording;
        this.viewers = viewers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Words.class || parameter.getParameterType() == Advisor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return parameter.getParameterType() == Words.class
                ? wording.in(Language.of(LocaleContextHolder.getLocale()))
                : viewers.of(request.getUserPrincipal());
    }
}
