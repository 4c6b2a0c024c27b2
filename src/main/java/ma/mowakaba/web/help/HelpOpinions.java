package ma.mowakaba.web.help;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import ma.mowakaba.kb.Opinions;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.web.Buckets;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Did this answer your question?", asked of everybody; the address only counts against too many, and is not kept. */
@Controller
class HelpOpinions {

    private final Opinions opinions;
    private final OwnPage ownPage;
    private final Buckets limit;

    HelpOpinions(Opinions opinions, OwnPage ownPage, HelpSettings settings) {
        this.opinions = opinions;
        this.ownPage = ownPage;
        this.limit = new Buckets(settings.opinionsPerMinute(), "help.too-many");
    }

    @PostMapping("/help/{code}/{slug}/opinions")
    ResponseEntity<Void> tell(
            @PathVariable String code,
            @PathVariable String slug,
            @RequestParam int version,
            @RequestParam boolean helped,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        ownPage.check(request);
        if (!Addresses.written(code)) {
            throw Problem.notFound("article.unknown", slug);
        }
        limit.take(request.getRemoteAddr());
        opinions.tell(slug, Language.of(code), version, helped, words);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(Addresses.article(Language.of(code), slug) + "?told=" + helped + "#opinion"))
                .build();
    }
}
