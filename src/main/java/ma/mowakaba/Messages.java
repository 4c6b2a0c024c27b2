package ma.mowakaba;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The words of every page and answer: one file a module and language in {@code messages/}; a new file is found by itself. */
@Configuration(proxyBeanMethods = false)
class Messages {

    @Bean
    MessageSource messageSource() throws IOException {
        var messages = new ResourceBundleMessageSource();
        Resource[] files =
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_ar.properties");
        messages.setBasenames(
                Arrays.stream(files).map(Messages::baseName).sorted().toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.forLanguageTag("ar"));
        return messages;
    }

    private static String baseName(Resource file) {
        String name = String.valueOf(file.getFilename());
        return "messages/" + name.substring(0, name.length() - "_ar.properties".length());
    }
}
