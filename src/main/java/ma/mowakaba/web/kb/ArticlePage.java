package ma.mowakaba.web.kb;

import java.util.Optional;
import ma.mowakaba.kb.ArticleKey;
import ma.mowakaba.kb.ArticleStock;
import ma.mowakaba.kb.Draft;
import ma.mowakaba.kb.Editing;
import ma.mowakaba.kb.EditorId;
import ma.mowakaba.kb.LinkWatch;
import ma.mowakaba.kb.Manuscript;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of an article in one language; every decision about it is answered with this page. */
@Component
class ArticlePage {

    private final ArticleStock stock;
    private final Editing editing;
    private final LinkWatch links;
    private final ArticleScreen screen;
    private final MoroccanTime time;

    ArticlePage(ArticleStock stock, Editing editing, LinkWatch links, ArticleScreen screen, MoroccanTime time) {
        this.stock = stock;
        this.editing = editing;
        this.links = links;
        this.screen = screen;
        this.time = time;
    }

    String fill(ArticleKey at, Model model, Advisor me, Words words) {
        ArticleStock.Standing article = stock.of(at.slug());
        Optional<ArticleStock.Side> side = Optional.ofNullable(article.sides().get(at.language()));
        model.addAttribute("at", at);
        model.addAttribute("article", article);
        model.addAttribute("side", side.orElse(null));
        model.addAttribute(
                "domain",
                side.map(one -> ArticleRows.domain(one.domain(), words)).orElse(""));
        model.addAttribute(
                "title",
                side.map(ArticleStock.Side::title)
                        .filter(title -> !title.isBlank())
                        .orElse(at.slug()));
        model.addAttribute("versions", screen.versions(stock.versions(at)));
        model.addAttribute("events", screen.lines(stock.events(at.slug()), words));
        model.addAttribute("checks", links.on());
        model.addAttribute("links", side.map(one -> links.of(text(at, one))).orElse(java.util.List.of()));
        if (side.filter(ArticleStock.Side::stale).isPresent()) {
            model.addAttribute("agreed", stock.agreesWith(at));
        }
        editing.find(at).ifPresent(draft -> draft(draft, model, me));
        return "editor/article";
    }

    static EditorId editor(Advisor me) {
        return new EditorId(me.id().value());
    }

    private Manuscript text(ArticleKey at, ArticleStock.Side side) {
        return side.version() > 0
                ? stock.text(at, side.version())
                : editing.get(at).text();
    }

    private void draft(Draft draft, Model model, Advisor me) {
        model.addAttribute("draft", draft);
        model.addAttribute("writers", screen.writers(draft));
        model.addAttribute("changedBy", screen.changedBy(draft));
        model.addAttribute("mayPublish", draft.mayBePublishedBy(editor(me)));
        model.addAttribute("usual", time.usual());
        model.addAttribute("soonest", time.soonest());
    }
}
