package ma.mowakaba.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.mowakaba.kernel.EmailAddress;

/** Raw bytes to what the mail says. Together with {@link MimeBodies} the only place that knows MIME; whatever the bytes, it answers. */
final class MimeReader {

    private static final Session SESSION = JakartaMail.session(new Properties());
    private static final Pattern ID = Pattern.compile("<\\s*([^<>\\s]{1,500})\\s*>");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>\"(),;:\\[\\]@]{1,64}@[^\\s<>\"(),;:\\[\\]@]{1,189}");
    private static final int LONGEST_HEADER = 20_000;
    private static final int MOST_REFERENCES = 20;

    private MimeReader() {}

    /** @throws IllegalArgumentException when the library gives up at the first header */
    static ParsedMail read(byte[] raw) {
        int start = start(raw);
        try {
            return read(new MimeMessage(SESSION, new SharedByteArrayInputStream(raw, start, raw.length - start)));
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ParsedMail read(MimeMessage mail) throws MessagingException {
        Map<String, String> headers = new HashMap<>();
        int hops = 0;
        for (Header header : Collections.list(mail.getAllHeaders())) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            headers.putIfAbsent(name, cut(header.getValue()));
            hops += name.equals("received") ? 1 : 0;
        }
        MimeBodies bodies = new MimeBodies();
        ParsedMail.Body body = bodies.read(mail);
        return new ParsedMail(
                ids(headers.getOrDefault("message-id", "")).stream().findFirst(),
                references(headers, bodies.reported()),
                sender(headers),
                HeaderText.decode(headers.getOrDefault("to", "")),
                HeaderText.decode(headers.getOrDefault("subject", "")),
                body,
                headers,
                hops);
    }

    /** Skips what stands before the first header: a byte order mark, empty lines, the envelope line of a mailbox file. */
    private static int start(byte[] raw) {
        int at = raw.length > 2 && raw[0] == (byte) 0xEF && raw[1] == (byte) 0xBB && raw[2] == (byte) 0xBF ? 3 : 0;
        while (at < raw.length && (raw[at] == '\r' || raw[at] == '\n' || raw[at] == ' ')) {
            at++;
        }
        if (at + 5 < raw.length && raw[at] == 'F' && raw[at + 1] == 'r' && raw[at + 3] == 'm' && raw[at + 4] == ' ') {
            while (at < raw.length && raw[at++] != '\n') {}
        }
        return at;
    }

    private static List<String> references(Map<String, String> headers, List<String> reported) {
        Set<String> found = new LinkedHashSet<>(ids(headers.getOrDefault("in-reply-to", "")));
        found.addAll(ids(headers.getOrDefault("references", "")).reversed());
        found.addAll(reported);
        return found.stream().limit(MOST_REFERENCES).toList();
    }

    static List<String> ids(String header) {
        List<String> ids = new ArrayList<>();
        Matcher found = ID.matcher(header);
        while (found.find()) {
            ids.add(found.group(1));
        }
        return ids;
    }

    /** @return the value of a header in a quoted mail */
    static String headerIn(String mail, String name) {
        return mail.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .findFirst()
                .map(line -> line.substring(name.length() + 1))
                .orElse("");
    }

    private static ParsedMail.Sender sender(Map<String, String> headers) {
        return Stream.of("from", "sender", "reply-to", "return-path")
                .map(name -> sender(headers.getOrDefault(name, "")))
                .filter(found -> found.address().isPresent())
                .findFirst()
                .orElseGet(() -> new ParsedMail.Sender(
                        Optional.empty(), Optional.empty(), HeaderText.decode(headers.getOrDefault("from", ""))));
    }

    private static ParsedMail.Sender sender(String raw) {
        String line = raw.length() > 2000 ? raw.substring(0, 2000) : raw;
        try {
            StringBuilder before = new StringBuilder();
            for (InternetAddress address : InternetAddress.parseHeader(line, false)) {
                Optional<EmailAddress> email = EmailAddress.parse(String.valueOf(address.getAddress()));
                if (email.isPresent()) {
                    return sender(email, name(address.toString()).map(name -> before + name));
                }
                // a name with a comma that nobody quoted reads as an address of its own
                before.append(HeaderText.decode(String.valueOf(address.getAddress())))
                        .append(", ");
            }
        } catch (AddressException | RuntimeException malformed) {
            // looked for by its shape below
        }
        Matcher found = ADDRESS.matcher(line);
        return found.find()
                ? sender(EmailAddress.parse(found.group()), name(line))
                : new ParsedMail.Sender(Optional.empty(), Optional.empty(), "");
    }

    private static ParsedMail.Sender sender(Optional<EmailAddress> address, Optional<String> name) {
        String email = address.map(EmailAddress::value).orElse("");
        return new ParsedMail.Sender(
                address, name, name.map(shown -> shown + " <" + email + ">").orElse(email));
    }

    /** @param line name and address as written; the name is decoded here and not by the library, which stops at unknown charsets */
    private static Optional<String> name(String line) {
        int end = line.lastIndexOf('<');
        String phrase = end < 0 ? "" : line.substring(0, end).strip();
        if (phrase.length() > 1 && phrase.startsWith("\"") && phrase.endsWith("\"")) {
            phrase = phrase.substring(1, phrase.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        return Optional.of(HeaderText.decode(phrase)).filter(name -> !name.isBlank());
    }

    private static String cut(String value) {
        return value == null ? "" : value.substring(0, Math.min(LONGEST_HEADER, value.length()));
    }
}
