package ma.mowakaba.mail;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.ticket.IncomingMessage.AttachmentDraft;
import org.jsoup.nodes.Entities;

/** What is gathered from the parts of a mail, in their order. */
final class Letter {

    /** Characters kept of a text; the raw mail keeps all. */
    private static final int LONGEST = 500_000;

    private final Budget budget;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder inside = new StringBuilder();
    private final List<AttachmentDraft> files = new ArrayList<>();
    private final Set<ParsedMail.Note> notes = EnumSet.noneOf(ParsedMail.Note.class);
    private final boolean withFiles;
    private boolean formatted;

    private Letter(Budget budget, boolean withFiles) {
        this.budget = budget;
        this.withFiles = withFiles;
    }

    static Letter of(Budget budget) {
        return new Letter(budget, true);
    }

    /** Of a mail within the mail only the words count: its files are in the file that it is. */
    static Letter ofWords(Budget budget) {
        return new Letter(budget, false);
    }

    /** One of several forms. */
    Letter form() {
        return new Letter(budget, withFiles);
    }

    boolean withFiles() {
        return withFiles;
    }

    void plain(String words) {
        Uuencoded parts = Uuencoded.in(budget.words(words).replace("\r\n", "\n").replace('\r', '\n'));
        files.addAll(parts.files());
        line(parts.text());
        html.append("<p dir=\"auto\">")
                .append(Entities.escape(parts.text()).replace("\n", "<br>"))
                .append("</p>");
    }

    void html(String markup) {
        String kept = budget.markup(markup);
        formatted = true;
        html.append(kept);
        line(HtmlText.of(kept));
    }

    void file(AttachmentDraft file) {
        files.add(file);
    }

    void note(ParsedMail.Note note) {
        notes.add(note);
    }

    /** What a file says; shown where the mail itself says nothing. */
    void inside(String words) {
        inside.append(inside.isEmpty() ? "" : "\n\n")
                .append(budget.cut(words, Math.max(0, LONGEST - inside.length()))
                        .strip());
    }

    /** Takes in the best of several forms of one text: plain for the words, the last formatted one for the shape. */
    void alternatives(List<Letter> forms) {
        forms.forEach(this::enclosed);
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

    private void enclosed(Letter form) {
        files.addAll(form.files);
        notes.addAll(form.notes);
        if (!form.inside.isEmpty()) {
            inside(form.inside.toString());
        }
    }

    String words() {
        return text.isEmpty() ? inside.toString() : text.toString();
    }

    ParsedMail.Body body() {
        String words = budget.cut(words(), LONGEST).strip();
        String shape = formatted ? SafeHtml.of(html.toString()) : "";
        if (budget.exceeded()) {
            notes.add(ParsedMail.Note.CUT);
        }
        return new ParsedMail.Body(words, Optional.of(shape).filter(any -> formatted), files, notes);
    }

    /** Without what no text has: the character zero, and halves of characters. */
    private void line(String words) {
        if (!text.isEmpty() && !words.isBlank()) {
            text.append("\n\n");
        }
        words.strip().codePoints().filter(c -> c != 0).map(Charsets::whole).forEach(text::appendCodePoint);
    }
}
