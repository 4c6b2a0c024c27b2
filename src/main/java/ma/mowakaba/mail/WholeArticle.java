package ma.mowakaba.mail;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kb.Typeset;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.ticket.ReplyChannel.Passage;
import org.jsoup.nodes.Entities;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** All of an article in a mail: the pinned version, its sources, the day they were read, and where it stands on the public site. */
@Component
class WholeArticle {

    private final Library library;
    private final MessageSource texts;

    WholeArticle(Library library, MessageSource texts) {
        this.library = library;
        this.texts = texts;
    }

    /** @param reader in whose language the labels are */
    String plain(Passage pinned, String link, Language reader) {
        Article article = article(pinned);
        StringBuilder plain = new StringBuilder(Paragraphs.plain(article.title(), article.language())).append("\n\n");
        plain.append(Paragraphs.plain(article.summary(), article.language()));
        for (Article.Part part : article.parts()) {
            plain.append("\n\n## ")
                    .append(Paragraphs.plain(part.heading(), article.language()))
                    .append("\n\n")
                    .append(Paragraphs.plain(part.text(), article.language()));
        }
        plain.append("\n\n").append(text("mail.article.sources", reader));
        for (Article.Reference source : sources(article)) {
            plain.append("\n- ").append(Paragraphs.plain(source.text(), article.language()));
            plain.append(source.url().isEmpty() ? "" : "\n  " + source.url());
        }
        return plain.append("\n\n")
                .append(Paragraphs.plain(verified(article, reader), reader))
                .append("\n")
                .append(text("mail.article.online", reader))
                .append("\n")
                .append(link)
                .toString();
    }

    String html(Passage pinned, String link, Language reader) {
        Article article = article(pinned);
        Typeset typeset = new Typeset(article.language());
        StringBuilder html = new StringBuilder("<hr>\n<div lang=\"")
                .append(article.language().code())
                .append("\" dir=\"")
                .append(article.language().dir())
                .append("\">\n<h1>")
                .append(typeset.text(article.title()))
                .append("</h1>\n<p>")
                .append(typeset.text(article.summary()))
                .append("</p>\n")
                .append(typeset.html(article.html()))
                .append("<h2>")
                .append(Entities.escape(text("mail.article.sources", article.language())))
                .append("</h2>\n<ul>\n");
        sources(article)
                .forEach(source ->
                        html.append("<li>").append(linked(source, typeset)).append("</li>\n"));
        return html.append("</ul>\n</div>\n<p dir=\"")
                .append(reader.dir())
                .append("\">")
                .append(Entities.escape(verified(article, reader)))
                .append("<br>\n<a href=\"")
                .append(Entities.escape(link))
                .append("\">")
                .append(Entities.escape(text("mail.article.online", reader)))
                .append("</a></p>\n")
                .toString();
    }

    private Article article(Passage pinned) {
        return library.article(pinned.slug(), pinned.language(), pinned.version());
    }

    private static List<Article.Reference> sources(Article article) {
        return Stream.concat(article.legal().stream(), article.sources().stream())
                .toList();
    }

    private static String linked(Article.Reference source, Typeset typeset) {
        String words = typeset.text(source.text());
        return source.url().startsWith("http")
                ? "<a href=\"" + Entities.escape(source.url()) + "\">" + words + "</a>"
                : words;
    }

    private String verified(Article article, Language reader) {
        String day = DateTimeFormatter.ofPattern("d MMMM yyyy", reader.locale()).format(article.verifiedOn());
        return text("mail.article.verified", reader) + " " + day;
    }

    private String text(String key, Language reader) {
        return Optional.ofNullable(texts.getMessage(key, null, "", reader.locale()))
                .orElse("");
    }
}
