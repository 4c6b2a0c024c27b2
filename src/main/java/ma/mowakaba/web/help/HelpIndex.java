package ma.mowakaba.web.help;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kb.ArticleSummary;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.Language;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * What search engines may read, and where it is.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">sitemaps 0.9</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>
 */
@RestController
class HelpIndex {

    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Library library;
    private final Addresses addresses;

    HelpIndex(Library library, Addresses addresses) {
        this.library = library;
        this.addresses = addresses;
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> sitemap() {
        StringBuilder map = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                + " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        for (Language language : Addresses.WRITTEN) {
            List<Article> articles = written(language);
            String newest = articles.stream()
                    .max(Comparator.comparing(Article::updatedAt))
                    .map(HelpIndex::changed)
                    .orElse("");
            add(map, Addresses.home(language, ""), newest, addresses.alternates(""));
            articles.forEach(article -> add(
                    map,
                    Addresses.article(language, article.slug()),
                    changed(article),
                    addresses.alternates("/" + article.slug())));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(AN_HOUR)
                .body(map.append("</urlset>\n").toString());
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        String rules = Stream.of(
                        "User-agent: *",
                        "Disallow: /help/*?q=",
                        "Allow: /help",
                        "Allow: /css/",
                        "Allow: /fonts/",
                        "Allow: /images/",
                        "Disallow: /",
                        "",
                        "Sitemap: " + addresses.whole("/sitemap.xml"),
                        "")
                .reduce((above, below) -> above + "\n" + below)
                .orElse("");
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(AN_HOUR)
                .body(rules);
    }

    /** @return those that exist in the language itself */
    private List<Article> written(Language language) {
        return library.published(language).stream()
                .filter(article -> article.language() == language)
                .map(ArticleSummary::slug)
                .map(slug -> library.article(slug, language))
                .toList();
    }

    private static String changed(Article article) {
        return article.updatedAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void add(StringBuilder map, String path, String changed, List<Head.Alternate> alternates) {
        map.append("<url><loc>").append(escaped(addresses.whole(path))).append("</loc>");
        if (!changed.isEmpty()) {
            map.append("<lastmod>").append(changed).append("</lastmod>");
        }
        alternates.forEach(one -> map.append("<xhtml:link rel=\"alternate\" hreflang=\"")
                .append(one.lang())
                .append("\" href=\"")
                .append(escaped(one.href()))
                .append("\"/>"));
        map.append("</url>\n");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
