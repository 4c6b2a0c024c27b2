package ma.mowakaba.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells in the text of a mail what its writer said from what his program put below it: the mail he answers, and a signature. Nothing is
 * taken away: all pieces together are the text.
 */
public final class Folding {

    /** What a piece of a text is. */
    public enum Kind {
        SAID,
        QUOTED,
        SIGNATURE
    }

    /** @param text with its line ends */
    public record Piece(Kind kind, String text) {}

    private static final Pattern LINE = Pattern.compile(".*(\\R|$)");
    /** Quotations between the words of an answer, so short that they are its context. */
    private static final int SHORT = 2;

    private static final int LONGEST_SIGNATURE = 15;
    private static final int MOST_LINES = 5_000;

    private final List<String> lines;
    private final List<Piece> pieces = new ArrayList<>();

    private Folding(List<String> lines) {
        this.lines = lines;
    }

    /** @return one piece when nothing was said beside what would be folded, as in a mail that only forwards another */
    public static List<Piece> of(String text) {
        List<String> lines = lines(text);
        if (lines.size() > MOST_LINES) {
            return List.of(new Piece(Kind.SAID, text));
        }
        List<Piece> pieces = new Folding(lines).fold();
        boolean said = pieces.stream()
                .anyMatch(piece ->
                        piece.kind() == Kind.SAID && piece.text().codePoints().anyMatch(Character::isLetterOrDigit));
        return said ? pieces : List.of(new Piece(Kind.SAID, text));
    }

    private List<Piece> fold() {
        int at = 0;
        int said = 0;
        while (at < lines.size()) {
            int quoted = QuotedMail.end(lines, at);
            int signed = quoted > at ? at : signature(at);
            if (quoted - at > SHORT || quoted > at && QuotedMail.announced(lines, at)) {
                at = put(said, at, quoted, Kind.QUOTED);
                said = at;
            } else if (signed > at) {
                at = put(said, at, signed, Kind.SIGNATURE);
                said = at;
            } else {
                at = Math.max(at + 1, quoted);
            }
        }
        add(Kind.SAID, said, lines.size());
        return pieces;
    }

    private int put(int said, int from, int to, Kind kind) {
        add(Kind.SAID, said, from);
        add(kind, from, to);
        return to;
    }

    private void add(Kind kind, int from, int to) {
        if (from < to) {
            pieces.add(new Piece(kind, String.join("", lines.subList(from, to))));
        }
    }

    /** @return the line behind a signature that begins here, else this one: up to a quotation, and no more than people sign with */
    private int signature(int at) {
        boolean delimiter = lines.get(at).stripTrailing().equals("--");
        if (!delimiter && !Signatures.ofProgram(lines.get(at))) {
            return at;
        }
        int room = delimiter ? LONGEST_SIGNATURE : 0;
        int end = at + 1;
        while (end < lines.size() && room >= 0 && QuotedMail.end(lines, end) == end) {
            String line = lines.get(end++);
            room -= line.isBlank() || Signatures.ofProgram(line) ? 0 : 1;
        }
        return room >= 0 ? end : at;
    }

    private static List<String> lines(String text) {
        var found = LINE.matcher(text);
        List<String> lines = new ArrayList<>();
        while (found.find() && found.end() > found.start()) {
            lines.add(found.group());
        }
        return lines;
    }
}
