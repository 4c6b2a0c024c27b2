package ma.mowakaba.web.help;

import java.util.List;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.web.security.WebSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the public pages are. The language is a part of the address, so that a page is the same for everybody. */
@Component
class Addresses {

    /** The languages that articles are written in. */
    static final List<Language> WRITTEN = List.of(Language.AR, Language.FR);

    private final String base;

    Addresses(WebSettings settings) {
        base = settings.baseUrl().toString().replaceAll("/+$", "");
    }

    static boolean written(String code) {
        return WRITTEN.stream().anyMatch(language -> language.code().equals(code));
    }

    /** @return the language articles are read in by somebody who speaks this one */
    static Language nearest(Language language) {
        return switch (language) {
            case AR, ZGH -> Language.AR;
            case FR, EN -> Language.FR;
        };
    }

    static String home(Language language, String q) {
        return UriComponentsBuilder.fromPath("/help/" + language.code())
                .queryParamIfPresent(
                        "q", Stream.of(q).filter(words -> !words.isBlank()).findFirst())
                .encode()
                .toUriString();
    }

    static String article(Language language, String slug) {
        return "/help/" + language.code() + "/" + slug;
    }

    /** @return with host, as others link to it */
    String whole(String path) {
        return base + path;
    }

    /** @param rest of the address after the language, such as {@code /create-association}; empty for the first page */
    List<Head.Alternate> alternates(String rest) {
        return Stream.concat(
                        WRITTEN.stream()
                                .map(language ->
                                        new Head.Alternate(language.code(), whole("/help/" + language.code() + rest))),
                        Stream.of(new Head.Alternate("x-default", whole("/help" + rest))))
                .toList();
    }
}
