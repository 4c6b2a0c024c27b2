package ma.mowakaba.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.mowakaba.kb.Article.Reference;
import ma.mowakaba.kb.Library;
import ma.mowakaba.ticket.ReplyChannel.Outgoing;
import ma.mowakaba.ticket.ReplyChannel.Passage;
import org.jsoup.nodes.Entities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the reader of an answer sees: the text, the articles with their legal source, the number to quote. */
@Component
class ReplyText {

    private static final Logger log = LoggerFactory.getLogger(ReplyText.class);

    private final Library library;
    private final WholeArticle wholeArticle;
    private final MessageSource texts;
    private final MailSettings settings;

    ReplyText(Library library, WholeArticle wholeArticle, MessageSource texts, MailSettings settings) {
        this.library = library;
        this.wholeArticle = wholeArticle;
        this.texts = texts;
        this.settings = settings;
    }

    /** @return {@code Re: … [2026-000123]} with one {@code Re:} and one number */
    String subject(Outgoing message) {
        String tag = message.ticket().number().tag();
        String bare = message.subject()
                .replace(tag, "")
                .replaceFirst("(?i)^(\\s*(re|fwd?|tr|rép|رد)\\s*:)+", "")
                .strip();
        return ("Re: " + (bare.isEmpty() ? text("mail.subject.none", message) : bare) + " " + tag).strip();
    }

    /** @param signed below it, beside the advisor's name and the number of the case */
    String plain(Outgoing message, String signed) {
        StringBuilder plain = new StringBuilder(Paragraphs.plain(message.text()));
        for (Passage passage : message.articles()) {
            if (passage.whole()) {
                plain.append("\n\n").append(wholeArticle.plain(passage, link(passage), message.language()));
                continue;
            }
            plain.append("\n\n").append(passage.title()).append('\n').append(link(passage));
            for (Reference source : legal(passage)) {
                plain.append('\n')
                        .append(text("mail.source.label", message))
                        .append(' ')
                        .append(source.text());
                plain.append(source.url().isEmpty() ? "" : "\n" + source.url());
            }
        }
        return plain.append("\n\n-- \n")
                .append(Paragraphs.plain(signature(message, signed)))
                .append('\n')
                .toString();
    }

    /** @param signed as in {@link #plain} */
    String html(Outgoing message, String signed) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(message.language().code())
                .append("\" dir=\"")
                .append(message.language().dir())
                .append("\"><head><meta charset=\"utf-8\"></head>\n<body>\n")
                .append(Paragraphs.html(message.text()));
        for (Passage passage : message.articles()) {
            if (passage.whole()) {
                html.append(wholeArticle.html(passage, link(passage), message.language()));
            } else {
                article(html, passage, message);
            }
        }
        return html.append("<hr>\n")
                .append(Paragraphs.html(signature(message, signed)))
                .append("</body></html>\n")
                .toString();
    }

    private void article(StringBuilder html, Passage passage, Outgoing message) {
        html.append("<p dir=\"").append(Paragraphs.direction(passage.title())).append("\"><a href=\"");
        html.append(Entities.escape(link(passage)))
                .append("\">")
                .append(Entities.escape(passage.title()))
                .append("</a>");
        for (Reference source : legal(passage)) {
            html.append("<br>\n")
                    .append(Entities.escape(text("mail.source.label", message)))
                    .append(" <bdi>");
            html.append(linked(source)).append("</bdi>");
        }
        html.append("</p>\n");
    }

    private static String linked(Reference source) {
        String words = Entities.escape(source.text());
        return source.url().startsWith("http")
                ? "<a href=\"" + Entities.escape(source.url()) + "\">" + words + "</a>"
                : words;
    }

    private String signature(Outgoing message, String signed) {
        String number = text("mail.reference.label", message) + " "
                + message.ticket().number().tag();
        String author = message.automatic() ? "" : message.authorName().strip();
        return (author.isEmpty() ? "" : author + "\n") + signed + "\n" + number;
    }

    private String link(Passage passage) {
        return settings.helpUrl() + "/" + passage.language().code() + "/" + passage.slug();
    }

    private List<Reference> legal(Passage passage) {
        try {
            return library.article(passage.slug(), passage.language(), passage.version())
                    .legal();
        } catch (RuntimeException away) {
            log.warn("article {} sent without its legal source: {}", passage.slug(), away.toString());
            return List.of();
        }
    }

    private String text(String key, Outgoing message) {
        Locale locale = message.language().locale();
        return Optional.ofNullable(texts.getMessage(key, null, "", locale)).orElse("");
    }
}
