package ma.mowakaba.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.mail.ParsedMail.Note;
import ma.mowakaba.ticket.IncomingMessage.AttachmentDraft;

/** Walks through the parts of one mail. A part that cannot be understood is kept as a file; nothing here throws because of a mail. */
final class MimeBodies {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s;\"]{1,60})");
    private static final Pattern META =
            Pattern.compile("(?i)<meta[^>]{1,200}charset\\s*=\\s*[\"']?([^\\s;\"'/>]{1,60})");
    private static final int HEAD = 2_000;
    /** Mails in the mail, of whatever kind, that are looked into. */
    private static final int MOST_MAILS = 10;

    private static final Set<String> MAILS = Set.of(
            "message/rfc822",
            "message/global",
            "text/rfc822-headers",
            "message/rfc822-headers",
            "message/global-headers");

    private final List<String> reported = new ArrayList<>();
    private final Budget budget = new Budget();
    private Optional<ParsedMail.Original> original = Optional.empty();
    private int mails;

    /** @return Message-IDs of mails that a report in this mail is about */
    List<String> reported() {
        return reported;
    }

    /** @return the first mail that lies in this one as a file */
    Optional<ParsedMail.Original> original() {
        return original;
    }

    ParsedMail.Body read(MimePart mail) {
        budget.within(!mail.whole().cut());
        Letter letter = Letter.of(budget);
        walk(mail, mail.type("text/plain"), letter, 0);
        return letter.body();
    }

    private void walk(MimePart part, String type, Letter letter, int depth) {
        if (!budget.part()) {
            return;
        }
        boolean many = type.startsWith("multipart/");
        if (many && !budget.deep(depth) && divided(part, type, letter, depth)) {
            return;
        }
        if (depth <= Budget.DEEPEST && (many || isText(part, type, depth))) {
            text(part, type, letter);
        } else {
            file(part, type, letter, depth);
        }
    }

    /** A multipart that nothing divides is shown as text: better odd than lost. */
    private boolean divided(MimePart part, String type, Letter letter, int depth) {
        List<MimePart> parts = part.decoded().parts(budget.partsLeft() + 1);
        boolean alternative = type.equals("multipart/alternative");
        String usual = type.equals("multipart/digest") ? "message/rfc822" : "text/plain";
        List<Letter> forms = new ArrayList<>();
        Sealed.of(part, type).ifPresent(letter::note);
        for (MimePart child : parts) {
            Letter form = alternative ? letter.form() : letter;
            forms.add(form);
            walk(child, child.type(usual), form, depth + 1);
        }
        if (alternative) {
            letter.alternatives(forms);
        }
        return !parts.isEmpty();
    }

    private static boolean isText(MimePart part, String type, int depth) {
        boolean shown = type.equals("text/plain") || type.equals("text/html");
        boolean file = part.disposition().value().equalsIgnoreCase("attachment");
        return shown && !file && (depth == 0 || part.name().isEmpty());
    }

    private void text(MimePart part, String type, Letter letter) {
        int most = budget.bytes();
        budget.within(part.size() <= most);
        byte[] bytes = part.body(most);
        Parameters about = part.contentType();
        if (type.equals("text/html")) {
            letter.html(Charsets.decode(bytes, charset(part).or(() -> meta(bytes))));
            return;
        }
        String words = Charsets.decode(bytes, charset(part));
        boolean flowed = about.get("format").filter("flowed"::equalsIgnoreCase).isPresent();
        boolean joined = about.get("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        if (Sealed.inline(words)) {
            letter.note(Note.ENCRYPTED);
        }
        letter.plain(flowed ? Flowed.whole(words, joined) : words);
    }

    private static Optional<String> charset(MimePart part) {
        Matcher found = CHARSET.matcher(part.headers().first("content-type").orElse(""));
        return part.contentType()
                .get("charset")
                .or(() -> found.find() ? Optional.of(found.group(1)) : Optional.empty());
    }

    private static Optional<String> meta(byte[] html) {
        int head = Math.min(HEAD, html.length);
        Matcher found = META.matcher(new String(html, 0, head, StandardCharsets.ISO_8859_1));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private void file(MimePart part, String type, Letter letter, int depth) {
        if (MAILS.contains(type)) {
            enclosed(part.enclosed(), letter, depth);
        }
        if (!letter.withFiles()) {
            return;
        }
        byte[] bytes = part.body();
        int number = budget.number();
        String name = part.name().orElseGet(() -> FileName.of(type, number));
        if (type.equals("text/calendar")) {
            letter.inside(Invitation.words(Charsets.decode(Invitation.beginning(bytes), charset(part))));
        }
        boolean closed = Tnef.looksLike(type, name) && mails++ < MOST_MAILS;
        Optional<Tnef> opened = closed ? Tnef.open(bytes, budget) : Optional.empty();
        opened.ifPresentOrElse(
                tnef -> tnef.into(letter), () -> letter.file(new AttachmentDraft(name, type, bytes, contentId(part))));
        Sealed.of(part, type).ifPresent(letter::note);
    }

    private static Optional<String> contentId(MimePart part) {
        return part.headers()
                .first("content-id")
                .map(id -> HeaderText.clean(id.replaceAll("[<>\\s]", "")))
                .filter(id -> !id.isEmpty())
                .map(id -> id.length() > 300 ? id.substring(0, 300) : id);
    }

    /** A mail within the mail stays a file; its words are shown where the outer one has none. */
    private void enclosed(MimePart mail, Letter letter, int depth) {
        mail.headers().first("message-id").map(MimeReader::ids).ifPresent(reported::addAll);
        if (depth < Budget.DEEPEST && mails++ < MOST_MAILS) {
            Letter inner = Letter.ofWords(budget);
            walk(mail, mail.type("text/plain"), inner, depth + 1);
            String subject = HeaderText.decode(mail.headers().first("subject").orElse(""));
            letter.inside((subject + "\n\n" + inner.words()).strip());
            original = original.or(
                    () -> Optional.of(new ParsedMail.Original(Senders.of(mail.headers()), subject, inner.words())));
        }
    }
}
