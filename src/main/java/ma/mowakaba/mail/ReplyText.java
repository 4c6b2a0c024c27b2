package ma.mowakaba.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.kb.Article.Reference;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.ticket.ReplyChannel.Outgoing;
import ma.mowakaba.ticket.ReplyChannel.Passage;
import org.jsoup.nodes.Entities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the reader of an answer sees: the text, the articles with their legal source, the signature, the number to quote. */
@Component
class ReplyText {

    private static final Logger log = LoggerFactory.getLogger(ReplyText.class);
    private static final String SHEET = "margin:0;padding:16px;color:#1f2933;background:#ffffff;"
            + "font-family:'Segoe UI',Tahoma,'Noto Naskh Arabic',Arial,sans-serif;font-size:16px;line-height:1.7";

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

    String plain(Outgoing message, Letterhead head) {
        Language reader = message.language();
        StringBuilder plain = new StringBuilder(Paragraphs.plain(message.text(), reader));
        for (Passage passage : message.articles()) {
            plain.append("\n\n")
                    .append(
                            passage.whole()
                                    ? wholeArticle.plain(passage, link(passage), reader)
                                    : Paragraphs.plain(article(passage, message), reader));
        }
        return plain.append("\n\n-- \n")
                .append(Paragraphs.plain(signature(message, head), reader))
                .append('\n')
                .toString();
    }

    private String article(Passage passage, Outgoing message) {
        StringBuilder plain = new StringBuilder(passage.title()).append('\n').append(link(passage));
        for (Reference source : legal(passage)) {
            plain.append('\n')
                    .append(text("mail.source.label", message))
                    .append(' ')
                    .append(source.text())
                    .append(source.url().isEmpty() ? "" : "\n" + source.url());
        }
        return plain.toString();
    }

    /** @param pictures HTML of the images that came with the answer */
    String html(Outgoing message, Letterhead head, String pictures) {
        Language reader = message.language();
        StringBuilder html = new StringBuilder(Paragraphs.html(message.text(), reader)).append(pictures);
        for (Passage passage : message.articles()) {
            if (passage.whole()) {
                html.append(wholeArticle.html(passage, link(passage), reader));
            } else {
                article(html, passage, message);
            }
        }
        return sheet(reader, subject(message), html.toString(), signature(message, head));
    }

    /** @return where a reader asks for no more notices */
    String noMoreNotices(Language reader, String token) {
        String written = reader == Language.AR || reader == Language.ZGH ? "ar" : "fr";
        return settings.helpUrl() + "/" + written + "/notices/" + token;
    }

    String aboutNotices(Language reader) {
        return text("mail.notices.stop", reader);
    }

    /** @return a mail of this text to nobody, with an invented number */
    String sample(Language reader, String text) {
        String signature = text("mail.center.name", reader) + "\n" + text("mail.reference.label", reader) + " ["
                + text("mail.placeholder.number.sample", reader) + "]";
        return sheet(reader, text("mail.subject.none", reader), Paragraphs.html(text, reader), signature);
    }

    private static String sheet(Language reader, String title, String html, String signature) {
        return """
            <!DOCTYPE html>
            <html lang="%1$s" dir="%2$s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%3$s</title></head>
            <body style="margin:0">
            <div lang="%1$s" dir="%2$s" style="%4$s">
            %5$s
            <div style="margin-top:24px;padding-top:12px;border-top:1px solid #cbd2d9;color:#52606d">
            %6$s
            </div>
            </div>
            </body></html>
            """.formatted(
                        reader.code(),
                        reader.dir(),
                        Entities.escape(title),
                        SHEET,
                        html.strip(),
                        Paragraphs.aligned(signature, reader).strip());
    }

    private void article(StringBuilder html, Passage passage, Outgoing message) {
        String dir = passage.language().dir();
        html.append("<p lang=\"%s\" dir=\"%s\"><a href=\""
                        .formatted(passage.language().code(), dir))
                .append(Entities.escape(link(passage)))
                .append("\">")
                .append(Paragraphs.line(passage.title(), dir))
                .append("</a>");
        for (Reference source : legal(passage)) {
            html.append("<br>\n")
                    .append(Entities.escape(text("mail.source.label", message)))
                    .append(' ')
                    .append(linked(source, dir));
        }
        html.append("</p>\n");
    }

    private static String linked(Reference source, String dir) {
        String words = Paragraphs.line(source.text(), dir);
        return source.url().startsWith("http")
                ? "<a href=\"" + Entities.escape(source.url()) + "\">" + words + "</a>"
                : words;
    }

    private String signature(Outgoing message, Letterhead head) {
        String author = message.automatic() ? "" : message.authorName();
        String number = text("mail.reference.label", message) + " "
                + message.ticket().number().tag();
        return Stream.of(author, head.signature(), number)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
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
        return text(key, message.language());
    }

    private String text(String key, Language reader) {
        return Optional.ofNullable(texts.getMessage(key, null, "", reader.locale()))
                .orElse("");
    }
}
