package ma.mowakaba.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * An address line divided where an address ends: at commas and semicolons outside of quotes, comments and brackets. Names of groups are
 * left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322#section-3.4">RFC 5322 §3.4</a>
 */
final class AddressPieces {

    private final String line;
    private final List<String> pieces = new ArrayList<>();
    private int from;

    private AddressPieces(String line) {
        this.line = line;
    }

    static List<String> of(String line) {
        return new AddressPieces(line).divided();
    }

    private List<String> divided() {
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == ',' || c == ';') {
                piece(at);
            } else if (c == ':' && line.indexOf('@', from) > at) {
                from = at + 1;
            }
            at = Math.max(at + 1, behind(c, at));
        }
        piece(line.length());
        return pieces;
    }

    /** @return behind what opens here; here when it is never closed */
    private int behind(char open, int at) {
        return switch (open) {
            case '"' -> quoted(at) + 1;
            case '(' -> line.indexOf(')', at) + 1;
            case '<' -> line.indexOf('>', at) + 1;
            default -> at;
        };
    }

    private int quoted(int open) {
        int at = open + 1;
        while (at < line.length() && line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return at < line.length() ? at : open;
    }

    private void piece(int to) {
        String piece = line.substring(from, to).strip();
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        from = Math.min(line.length(), to + 1);
    }
}
