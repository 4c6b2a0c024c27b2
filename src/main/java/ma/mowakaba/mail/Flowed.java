package ma.mowakaba.mail;

import java.util.Iterator;

/**
 * Paragraphs that were cut into lines for the journey, put together again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3676">RFC 3676</a>
 */
final class Flowed {

    private static final String SIGNATURE = "-- ";

    private final boolean joinWords;
    private final StringBuilder text = new StringBuilder();
    private int open = -1;

    private Flowed(boolean joinWords) {
        this.joinWords = joinWords;
    }

    /** @param joinWords whether the space at the end of a line is no part of the text ({@code DelSp=yes}) */
    static String whole(String lines, boolean joinWords) {
        Flowed flowed = new Flowed(joinWords);
        for (Iterator<String> line = lines.lines().iterator(); line.hasNext(); ) {
            flowed.line(line.next());
        }
        return flowed.text.toString();
    }

    private void line(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        String words = line.substring(line.startsWith(" ", depth) ? depth + 1 : depth);
        if (open != depth || words.equals(SIGNATURE)) {
            begin(depth, words);
        }
        boolean continues = words.endsWith(" ") && !words.equals(SIGNATURE);
        text.append(continues && joinWords ? words.substring(0, words.length() - 1) : words);
        open = continues ? depth : -1;
    }

    private void begin(int depth, String words) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append(">".repeat(depth)).append(depth > 0 && !words.isEmpty() ? " " : "");
    }
}
