package ma.mowakaba.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import ma.mowakaba.kernel.Runs;

/**
 * What people wrote, as a page shows it: each line runs as most of its words do, and what would be read the wrong way round in it stands by
 * itself. All pieces together are the text, without the isolates and overrides of whoever wrote it.
 */
public final class BidiText {

    /** Characters that are looked through; what follows is one line that is shown as it is. */
    private static final int LONGEST = 20_000;

    /** Signs that find room on one line of a telephone. */
    private static final int LONGEST_NUMBER = 30;

    private BidiText() {}

    /** @param dir {@code rtl}, {@code ltr}, or empty without a word: as what stands around it @param text with its line end */
    public record Line(String dir, String text) {

        public List<Piece> pieces() {
            return BidiText.pieces(text, dir);
        }
    }

    /**
     * @param dir empty where it runs as the line does, else {@code ltr} or {@code rtl}: to be isolated
     * @param whole not to be divided
     * @param within what it consists of, empty where it is one
     */
    public record Piece(
            String dir,
            String text,
            boolean whole,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Piece> within) {

        Piece(String dir, String text, boolean whole) {
            this(dir, text, whole, List.of());
        }
    }

    /** @return a line without a word, such as a number alone, runs as the one before, the first one as the whole text */
    public static List<Line> lines(String text) {
        String bare = Runs.bare(text);
        String dir = "";
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < bare.length()) {
            int end = start < LONGEST ? bare.indexOf('\n', start) + 1 : bare.length();
            String line = bare.substring(start, end == 0 ? bare.length() : end);
            String own = Runs.direction(line);
            if (own.isEmpty() && lines.isEmpty()) {
                own = Runs.direction(bare);
            }
            dir = own.isEmpty() ? dir : own;
            lines.add(new Line(dir, line));
            start += line.length();
        }
        return lines;
    }

    /** @param dir of the line that it is a part of */
    public static List<Piece> pieces(String text, String dir) {
        int looked = Math.min(LONGEST, text.length());
        List<Piece> pieces = new ArrayList<>();
        boolean ltr = dir.equals("ltr");
        Runs.of(text.substring(0, looked), ltr ? "ltr" : "rtl").forEach(run -> add(pieces, piece(run, ltr)));
        add(pieces, new Piece("", text.substring(looked), false));
        return pieces;
    }

    /** Digits alone are in order everywhere, and are never divided. */
    private static Piece piece(Runs.Run run, boolean ltr) {
        return switch (run.kind()) {
            case PLAIN, DIGITS -> new Piece("", run.text(), false);
            case LINK, ADDRESS -> new Piece("ltr", run.text(), false);
            case NUMBER -> new Piece("ltr", run.text(), run.text().length() <= LONGEST_NUMBER);
            case FOREIGN -> ltr ? arabic(run.text()) : new Piece("ltr", run.text(), false);
        };
    }

    /** A number between Arabic words is read the wrong way round in a French line as well. */
    private static Piece arabic(String text) {
        List<Piece> within = pieces(text, "rtl");
        return new Piece("rtl", text, false, within.size() > 1 ? within : List.of());
    }

    private static void add(List<Piece> pieces, Piece piece) {
        boolean goesOn = piece.dir().isEmpty()
                && !pieces.isEmpty()
                && pieces.getLast().dir().isEmpty();
        if (goesOn) {
            pieces.set(pieces.size() - 1, new Piece("", pieces.getLast().text() + piece.text(), false));
        } else if (!piece.text().isEmpty()) {
            pieces.add(piece);
        }
    }
}
