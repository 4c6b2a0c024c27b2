package ma.mowakaba.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Raw bytes to what the mail says. With its neighbours the only place that knows MIME; whatever the bytes, it answers. */
final class MimeReader {

    private static final Pattern ID = Pattern.compile("<\\s*([^<>\\s]{1,500})\\s*>");
    private static final Pattern ENVELOPE = Pattern.compile(">?From (?!\\s*:)");
    private static final int MOST_REFERENCES = 20;

    private MimeReader() {}

    static ParsedMail read(byte[] raw) {
        MimePart mail = MimePart.of(raw, start(raw));
        Map<String, List<String>> headers = mail.headers().fields().stream()
                .collect(Collectors.groupingBy(
                        MimeHeaders.Field::name, Collectors.mapping(MimeHeaders.Field::value, Collectors.toList())));
        MimeBodies bodies = new MimeBodies();
        ParsedMail.Body body = bodies.read(mail);
        return new ParsedMail(
                ids(first(mail, "message-id")).stream().findFirst(),
                references(mail, bodies.reported()),
                Senders.of(mail.headers()),
                HeaderText.decode(first(mail, "to")),
                HeaderText.decode(first(mail, "subject")),
                body,
                headers,
                mail.headers().all("received").size(),
                bodies.original());
    }

    /** Skips what stands before the first header: a byte order mark, empty lines, the envelope line of a mailbox file. */
    private static int start(byte[] raw) {
        int at = raw.length > 2 && raw[0] == (byte) 0xEF && raw[1] == (byte) 0xBB && raw[2] == (byte) 0xBF ? 3 : 0;
        while (at < raw.length && (raw[at] == '\r' || raw[at] == '\n' || raw[at] == ' ')) {
            at++;
        }
        if (ENVELOPE.matcher(new String(raw, at, Math.min(20, raw.length - at), StandardCharsets.ISO_8859_1))
                .lookingAt()) {
            while (at < raw.length && raw[at++] != '\n') {}
        }
        return at;
    }

    private static List<String> references(MimePart mail, List<String> reported) {
        Set<String> found = new LinkedHashSet<>(ids(first(mail, "in-reply-to")));
        found.addAll(ids(first(mail, "references")).reversed());
        found.addAll(reported);
        return found.stream().limit(MOST_REFERENCES).toList();
    }

    private static String first(MimePart mail, String header) {
        return mail.headers().first(header).orElse("");
    }

    static List<String> ids(String header) {
        List<String> ids = new ArrayList<>();
        Matcher found = ID.matcher(header);
        while (found.find()) {
            ids.add(found.group(1));
        }
        return ids;
    }
}
