package ma.mowakaba.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.mowakaba.ticket.IncomingMessage.AttachmentDraft;

/** Walks through the parts of one mail. A part that cannot be understood is kept as a file; nothing here throws because of a mail. */
final class MimeBodies {

    private static final int DEEPEST = 30;
    private static final int MOST = 300;
    private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,70}/[a-z0-9!#$&^_.+-]{1,70}");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s;\"]{1,60})");

    private final List<String> reported = new ArrayList<>();
    private int parts;

    /** @return Message-IDs of mails that a report in this mail is about */
    List<String> reported() {
        return reported;
    }

    ParsedMail.Body read(MimeMessage mail) {
        Letter letter = new Letter();
        walk(mail, letter, 0);
        return letter.body();
    }

    private void walk(MimePart part, Letter letter, int depth) {
        if (parts++ >= MOST || depth > DEEPEST) {
            return;
        }
        String type = type(part);
        if (type.startsWith("multipart/") && open(part, type, letter, depth)) {
            return;
        }
        if (type.equals("message/rfc822") || type.equals("text/rfc822-headers")) {
            report(part);
        }
        if (isText(part, type)) {
            String text = Charsets.decode(bytes(part), charset(part));
            if (type.equals("text/html")) {
                letter.html(text);
            } else {
                letter.plain(text);
            }
        } else {
            letter.file(file(part, type));
        }
    }

    private boolean open(MimePart part, String type, Letter letter, int depth) {
        try {
            if (!(part.getContent() instanceof MimeMultipart many) || many.getCount() == 0) {
                return false;
            }
            List<Letter> forms = new ArrayList<>();
            for (int i = 0; i < Math.min(many.getCount(), MOST); i++) {
                Letter form = type.equals("multipart/alternative") ? new Letter() : letter;
                forms.add(form);
                if (many.getBodyPart(i) instanceof MimeBodyPart child) {
                    walk(child, form, depth + 1);
                }
            }
            if (type.equals("multipart/alternative")) {
                letter.alternatives(forms);
            }
            return true;
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return false;
        }
    }

    /** A multipart that cannot be opened is shown as text: better odd than lost. */
    private static boolean isText(MimePart part, String type) {
        if (type.startsWith("multipart/")) {
            return true;
        }
        boolean file = header(part, "Content-Disposition")
                .toLowerCase(Locale.ROOT)
                .strip()
                .startsWith("attachment");
        return !file
                && (type.equals("text/plain") || type.equals("text/html"))
                && name(part).isEmpty();
    }

    private AttachmentDraft file(MimePart part, String type) {
        Optional<String> cid = Optional.of(header(part, "Content-ID").replaceAll("[<>\\s]", ""))
                .filter(id -> !id.isEmpty())
                .map(id -> id.length() > 300 ? id.substring(0, 300) : id);
        String fallback = type.equals("message/rfc822") ? "message.eml" : "part-" + parts + "." + extension(type);
        return new AttachmentDraft(name(part).orElse(fallback), type, bytes(part), cid);
    }

    private static String extension(String type) {
        String subtype = type.substring(type.indexOf('/') + 1);
        return subtype.matches("[a-z0-9]{1,8}") ? subtype : "bin";
    }

    private void report(MimePart part) {
        String original = Charsets.decode(bytes(part), Optional.empty());
        reported.addAll(MimeReader.ids(MimeReader.headerIn(original, "Message-ID")));
    }

    /** @return the last piece of the name only: it is shown, and never a path */
    private static Optional<String> name(MimePart part) {
        try {
            return Optional.ofNullable(part.getFileName())
                    .map(HeaderText::decode)
                    .map(name -> name.replaceAll(".*[/\\\\]", ""))
                    .map(name -> name.length() > 200 ? name.substring(name.length() - 200) : name)
                    .filter(name -> !name.isBlank());
        } catch (MessagingException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String type(MimePart part) {
        String value = header(part, "Content-Type");
        String type = value.replaceFirst("(?s);.*", "").strip().toLowerCase(Locale.ROOT);
        if (type.isEmpty() || type.equals("text")) {
            return "text/plain";
        }
        return TYPE.matcher(type).matches() ? type : "application/octet-stream";
    }

    private static Optional<String> charset(MimePart part) {
        String value = header(part, "Content-Type");
        try {
            return Optional.ofNullable(new ContentType(value).getParameter("charset"));
        } catch (MessagingException malformed) {
            var found = CHARSET.matcher(value);
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        }
    }

    private static byte[] bytes(MimePart part) {
        try (InputStream raw = raw(part)) {
            return TransferDecoding.decode(raw.readAllBytes(), header(part, "Content-Transfer-Encoding"));
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return new byte[0];
        }
    }

    private static InputStream raw(MimePart part) throws MessagingException {
        return switch (part) {
            case MimeMessage mail -> mail.getRawInputStream();
            case MimeBodyPart body -> body.getRawInputStream();
            default -> throw new MessagingException("neither a mail nor a part of one");
        };
    }

    private static String header(MimePart part, String name) {
        try {
            String[] values = part.getHeader(name);
            return values == null || values.length == 0 ? "" : values[0].replaceAll("[\\r\\n]+", " ");
        } catch (MessagingException unreadable) {
            return "";
        }
    }
}
