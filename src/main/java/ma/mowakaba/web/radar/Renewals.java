package ma.mowakaba.web.radar;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kb.Library;
import ma.mowakaba.mail.MailTemplates;
import ma.mowakaba.mail.MailTemplates.Kind;
import ma.mowakaba.mail.MailTemplates.Placeholder;
import ma.mowakaba.ticket.Told;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;

/** Words by which a case is told that what it was told is no longer so: what counts now, in the requester's language. */
@Component
class Renewals {

    private final Library library;
    private final MailTemplates templates;

    Renewals(Library library, MailTemplates templates) {
        this.library = library;
        this.templates = templates;
    }

    /** @param words of whoever sends it, for the note on the case */
    Told.Renewal of(Told.ToldCase told, String slug, Told.How how, Words words) {
        Article now = library.article(slug, told.language());
        Article old = library.article(slug, told.language(), told.version());
        Words his = words.in(now.language());
        String changed = Differences.between(old, now).stream()
                .filter(difference -> !difference.fresh().isEmpty())
                .map(difference -> lines(difference, his))
                .collect(Collectors.joining("\n\n"));
        Map<Placeholder, String> values = MailTemplates.values();
        values.put(Placeholder.DATE, his.date(told.at()));
        values.put(Placeholder.ARTICLE, now.title());
        values.put(Placeholder.CHANGES, changed);
        String text = templates.fill(changed.isEmpty() ? Kind.RENEWAL : Kind.RULE, now.language(), values);
        String note = words.say(
                "radar.renewal.note." + (how == Told.How.SENT ? "sent" : "drafted"),
                now.title(),
                String.valueOf(told.version()),
                String.valueOf(now.version()));
        return new Told.Renewal(slug, now.version(), how, text, note);
    }

    private static String lines(Differences.Difference difference, Words his) {
        List<String> fresh = difference.fresh();
        return his.say("radar.stated." + difference.code()) + "\n"
                + fresh.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }
}
