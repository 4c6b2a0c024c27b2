package ma.mowakaba.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.ticket.IncomingMessage.AttachmentDraft;

/** What is gathered from the parts of a mail, in their order. */
final class Letter {

    /** Characters kept of a text; the raw mail keeps all. */
    private static final int LONGEST = 1_000_000;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<AttachmentDraft> files = new ArrayList<>();
    private boolean formatted;

    void plain(String words) {
        Uuencoded parts = Uuencoded.in(words.replace("\r\n", "\n").replace('\r', '\n'));
        files.addAll(parts.files());
        line(parts.text());
        html.append("<p dir=\"auto\">")
                .append(org.jsoup.nodes.Entities.escape(parts.text()).replace("\n", "<br>"))
                .append("</p>");
    }

    void html(String markup) {
        String shortened = cut(markup, 2 * LONGEST);
        formatted = true;
        html.append(shortened);
        line(HtmlText.of(shortened));
    }

    void file(AttachmentDraft file) {
        files.add(file);
    }

    /** Takes in the best of several forms of one text: plain for the words, the last formatted one for the shape. */
    void alternatives(List<Letter> forms) {
        forms.forEach(form -> files.addAll(form.files));
        Optional<Letter> shape =
                forms.reversed().stream().filter(form -> form.formatted).findFirst();
        shape.ifPresent(form -> {
            formatted = true;
            html.append(form.html);
        });
        forms.stream()
                .filter(form -> !form.formatted && !form.text.toString().isBlank())
                .findFirst()
                .or(() -> shape)
                .ifPresent(form -> {
                    line(form.text.toString());
                    if (shape.isEmpty()) {
                        html.append(form.html);
                    }
                });
    }

    ParsedMail.Body body() {
        String words = cut(text.toString().replace("\0", ""), LONGEST).strip();
        return new ParsedMail.Body(
                words, formatted ? Optional.of(SafeHtml.of(html.toString())) : Optional.empty(), files);
    }

    private void line(String words) {
        if (!text.isEmpty() && !words.isBlank()) {
            text.append("\n\n");
        }
        text.append(words.strip());
    }

    private static String cut(String words, int length) {
        return words.length() <= length ? words : words.substring(0, length);
    }
}
