package ma.mowakaba.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.kernel.EmailAddress;

/** Who wrote a mail, out of address lines in any state: groups, comments, names with commas nobody quoted, brackets nobody closed. */
final class Senders {

    /** Of an address as people and machines write it. */
    static final String LETTER = "[^\\s<>\"(),;:\\[\\]@]";

    /** Tried once a word, not at each of its letters. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?<!" + LETTER + ")" + LETTER + "{1,64}+@" + LETTER + "{1,189}");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]");
    private static final int LONGEST = 5_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST = 20;

    private Senders() {}

    record One(EmailAddress address, Optional<String> name) {
        String shown() {
            return name.map(given -> given + " <" + address.value() + ">").orElse(address.value());
        }
    }

    /** Several may have written it: the one who says that he sent it speaks for them, else the first. */
    static ParsedMail.Sender of(MimeHeaders headers) {
        List<One> authors = in(String.join(", ", headers.all("from")));
        List<One> sent = in(headers.first("sender").orElse(""));
        return authors.stream()
                .filter(author -> sent.stream().anyMatch(one -> one.address().equals(author.address())))
                .findFirst()
                .or(() -> authors.stream().findFirst())
                .map(first -> sender(first, authors))
                .or(() -> Stream.of(
                                sent,
                                in(headers.first("reply-to").orElse("")),
                                in(headers.first("return-path").orElse("")))
                        .flatMap(List::stream)
                        .findFirst()
                        .map(other -> sender(other, List.of(other))))
                .orElseGet(() -> new ParsedMail.Sender(
                        Optional.empty(),
                        Optional.empty(),
                        HeaderText.decode(headers.first("from").orElse(""))));
    }

    private static ParsedMail.Sender sender(One first, List<One> all) {
        String shown = Stream.concat(Stream.of(first), all.stream().filter(one -> !one.equals(first)))
                .map(One::shown)
                .collect(Collectors.joining(", "));
        return new ParsedMail.Sender(Optional.of(first.address()), first.name(), shown);
    }

    /** @param header one character a byte */
    static List<One> in(String header) {
        return ofText(HeaderText.bytesAsText(header.substring(0, Math.min(LONGEST, header.length()))));
    }

    static List<One> ofText(String line) {
        List<One> found = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        for (String piece : AddressPieces.of(line)) {
            Optional<One> one = piece.indexOf('@') < 0 ? Optional.empty() : one(before + piece);
            if (one.isPresent() && found.size() < MOST) {
                found.add(one.get());
                before.setLength(0);
            } else if (before.length() + piece.length() < LONGEST_NAME) {
                // a name with a comma that nobody quoted
                before.append(piece).append(", ");
            }
        }
        return found;
    }

    private static Optional<One> one(String piece) {
        int open = piece.lastIndexOf('<');
        String inside = open < 0 ? piece : piece.substring(open + 1).replaceFirst("(?s)>.*", "");
        String bare = INVISIBLE.matcher(inside).replaceAll("").replace("\"", "").replaceAll("\\s", "");
        String routed = bare.substring(bare.lastIndexOf(':') + 1);
        Optional<EmailAddress> address =
                EmailAddress.parse(routed).or(() -> shaped(inside)).or(() -> shaped(piece));
        return address.map(found -> new One(found, name(piece, open)));
    }

    private static Optional<EmailAddress> shaped(String text) {
        Matcher found = ADDRESS.matcher(INVISIBLE.matcher(text).replaceAll(""));
        return found.find() ? EmailAddress.parse(found.group()) : Optional.empty();
    }

    private static Optional<String> name(String piece, int open) {
        int comment = piece.indexOf('(');
        String phrase = open >= 0 ? piece.substring(0, open) : comment < 0 ? "" : piece.substring(comment + 1);
        String words = open >= 0
                ? phrase.strip()
                : phrase.replaceFirst("(?s)\\)[^)]*$", "").strip();
        if (words.length() > 1 && words.startsWith("\"") && words.endsWith("\"")) {
            words = words.substring(1, words.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        return Optional.of(HeaderText.decodeWords(words)).filter(name -> !name.isBlank());
    }
}
