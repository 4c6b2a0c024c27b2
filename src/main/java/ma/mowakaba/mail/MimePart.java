package ma.mowakaba.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail or a part of one: its headers, and where its body lies. Nothing is copied until it is asked for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2046#section-5.1">RFC 2046 §5.1</a>
 */
record MimePart(MimeBytes whole, MimeHeaders headers, int to) {

    private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,70}/[a-z0-9!#$&^_.+-]{1,70}");

    static MimePart of(MimeBytes whole, int from, int to) {
        return new MimePart(whole, MimeHeaders.read(whole, from, to), to);
    }

    static MimePart of(byte[] bytes, int from) {
        return of(MimeBytes.of(bytes), from, bytes.length);
    }

    Parameters contentType() {
        return Parameters.of(headers.first("content-type").orElse(""));
    }

    Parameters disposition() {
        return Parameters.of(headers.first("content-disposition").orElse(""));
    }

    /** @param usual when it names none */
    String type(String usual) {
        String type = contentType().value().toLowerCase(Locale.ROOT);
        if (type.isEmpty()) {
            return usual;
        }
        if (type.equals("text")) {
            return "text/plain";
        }
        return TYPE.matcher(type).matches() ? type : "application/octet-stream";
    }

    Optional<String> name() {
        return disposition().get("filename").or(() -> contentType().get("name")).flatMap(FileName::shown);
    }

    int size() {
        return to - headers.end();
    }

    byte[] body() {
        return body(Integer.MAX_VALUE);
    }

    /** @param most bytes of the body as it travels that are looked at */
    byte[] body(int most) {
        int end = headers.end() + Math.min(size(), most);
        return TransferDecoding.decode(Arrays.copyOfRange(whole.bytes(), headers.end(), end), encoding());
    }

    /** The mail that is the body of this part. */
    MimePart enclosed() {
        MimePart outer = decoded();
        return of(outer.whole(), outer.headers().end(), outer.to());
    }

    /** A multipart may not be encoded, and is nevertheless. */
    MimePart decoded() {
        if (!TransferDecoding.known(encoding())) {
            return this;
        }
        MimeBytes inside = MimeBytes.of(body());
        return new MimePart(inside, new MimeHeaders(headers.fields(), 0), inside.bytes().length);
    }

    /** @return the parts in their order, at most so many; empty when nothing divides it */
    List<MimePart> parts(int most) {
        Optional<String> given =
                contentType().get("boundary").map(String::strip).filter(name -> !name.isEmpty());
        List<MimePart> parts = given.map(name -> parts(name, most)).orElse(List.of());
        return parts.isEmpty() ? likely().map(name -> parts(name, most)).orElse(List.of()) : parts;
    }

    private List<MimePart> parts(String boundary, int most) {
        List<MimePart> parts = new ArrayList<>();
        int open = -1;
        for (int k = whole.hyphenFrom(headers.end()); k < whole.hyphens().length && whole.hyphens()[k] < to; k++) {
            int at = whole.hyphens()[k];
            Optional<String> rest = after(boundary, at);
            if (rest.isEmpty()) {
                continue;
            }
            if (open >= 0) {
                parts.add(of(whole, open, whole.beforeLineEnd(at, open)));
            }
            if (parts.size() == most) {
                return parts;
            }
            open = rest.get().isEmpty() ? whole.nextLine(whole.lineEnd(at, to), to) : -1;
        }
        if (open >= 0) {
            parts.add(of(whole, open, to));
        }
        return parts;
    }

    /** @return what stands behind the boundary: nothing, or two hyphens where it is the last; empty when it is another line */
    private Optional<String> after(String boundary, int at) {
        int name = at + 2 + boundary.length();
        if (name > to || !boundary.equals(latin(at + 2, name))) {
            return Optional.empty();
        }
        int end = whole.lineEnd(name, to);
        String rest = latin(name, Math.min(end, name + 80)).strip();
        return Optional.of(rest).filter(behind -> behind.isEmpty() || behind.startsWith("--"));
    }

    /** Where the boundary is missing or wrong: the first line with hyphens that headers of a part follow. */
    private Optional<String> likely() {
        for (int k = whole.hyphenFrom(headers.end()); k < whole.hyphens().length && whole.hyphens()[k] < to; k++) {
            int end = whole.lineEnd(whole.hyphens()[k], to);
            int next = whole.nextLine(end, to);
            if (latin(next, Math.min(to, next + 8)).equalsIgnoreCase("content-") && end - whole.hyphens()[k] < 200) {
                return Optional.of(latin(whole.hyphens()[k] + 2, end).strip()).filter(name -> !name.isEmpty());
            }
        }
        return Optional.empty();
    }

    private String latin(int from, int end) {
        return new String(whole.bytes(), from, Math.max(0, end - from), StandardCharsets.ISO_8859_1);
    }

    private String encoding() {
        return headers.first("content-transfer-encoding").orElse("");
    }
}
