package ma.mowakaba.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Runs;
import ma.mowakaba.kernel.Runs.Run;
import org.jsoup.nodes.Entities;

/**
 * Text of mixed directions for mail programs, of which many know no {@code dir="auto"}: each paragraph says its direction and its language,
 * and what runs the other way in it is isolated.
 *
 * @see <a href="https://www.unicode.org/reports/tr9/">Unicode bidirectional algorithm</a>
 */
final class Paragraphs {

    private static final Pattern BETWEEN = Pattern.compile("\\n[ \\t]*\\n\\s*");

    private static final char ISOLATE = '\u2068';
    private static final char END = '\u2069';

    private Paragraphs() {}

    /** Lines of one direction. @param begins whether an empty line, or nothing, stands above it */
    private record Block(String dir, boolean begins, List<String> lines) {}

    private static String direction(String text, Language reader) {
        String dir = Runs.direction(text);
        return dir.isEmpty() ? reader.dir() : dir;
    }

    /** @return plain text whose lines read right; addresses of pages and mails stay bare, so that programs make links of them */
    static String plain(String text, Language reader) {
        return Runs.bare(text)
                .lines()
                .map(line -> plainLine(line, direction(line, reader)))
                .collect(Collectors.joining("\n"));
    }

    private static String plainLine(String line, String dir) {
        List<Run> runs = Runs.of(line, dir);
        boolean mixed = dir.equals("rtl") || runs.stream().anyMatch(run -> run.kind() == Runs.Kind.FOREIGN);
        return runs.stream()
                .map(run -> switch (run.kind()) {
                    case PLAIN, LINK, ADDRESS, DIGITS -> run.text();
                    case NUMBER -> mixed ? ISOLATE + run.text() + END : run.text();
                    case FOREIGN -> ISOLATE + (dir.equals("rtl") ? run.text() : plainLine(run.text(), "rtl")) + END;
                })
                .collect(Collectors.joining());
    }

    /** @param reader whose language a paragraph is in where its letters do not tell */
    static String html(String text, Language reader) {
        StringBuilder html = new StringBuilder();
        for (Block block : blocks(Runs.bare(text), reader)) {
            html.append("<p lang=\"")
                    .append(language(block.dir(), reader))
                    .append("\" dir=\"")
                    .append(block.dir())
                    .append(block.begins() ? "\">" : "\" style=\"margin-top:-0.8em\">")
                    .append(block.lines().stream()
                            .map(line -> line(line, block.dir()))
                            .collect(Collectors.joining("<br>\n")))
                    .append("</p>\n");
        }
        return html.toString();
    }

    /** @return lines that all run as the reader's language does, such as names and numbers of a signature */
    static String aligned(String text, Language reader) {
        return "<p lang=\"" + reader.code() + "\" dir=\"" + reader.dir() + "\">"
                + text.lines().map(line -> line(line, reader.dir())).collect(Collectors.joining("<br>\n"))
                + "</p>\n";
    }

    /** @return one line with its isolates, for within an element that has this direction */
    static String line(String line, String dir) {
        return Runs.of(line, dir).stream()
                .map(run -> {
                    String safe = Entities.escape(run.text());
                    return switch (run.kind()) {
                        case PLAIN -> safe;
                        case LINK -> "<a href=\"" + safe + "\" dir=\"ltr\">" + safe + "</a>";
                        case FOREIGN ->
                            dir.equals("rtl")
                                    ? "<bdi dir=\"ltr\">" + safe + "</bdi>"
                                    : "<bdi dir=\"rtl\">" + line(run.text(), "rtl") + "</bdi>";
                        case ADDRESS, NUMBER, DIGITS -> "<bdi dir=\"ltr\">" + safe + "</bdi>";
                    };
                })
                .collect(Collectors.joining());
    }

    private static List<Block> blocks(String text, Language reader) {
        List<Block> blocks = new ArrayList<>();
        for (String paragraph : BETWEEN.split(text.strip())) {
            String dir = direction(paragraph, reader);
            boolean begins = true;
            for (String line : paragraph.lines().toList()) {
                String words = Runs.direction(line);
                String own = words.isEmpty() ? dir : words;
                if (begins || !blocks.getLast().dir().equals(own)) {
                    blocks.add(new Block(own, begins, new ArrayList<>()));
                }
                blocks.getLast().lines().add(line.strip());
                dir = own;
                begins = false;
            }
        }
        return blocks;
    }

    /** What is written in Latin letters to an Arabic reader is French. */
    private static String language(String dir, Language reader) {
        return dir.equals(reader.dir()) ? reader.code() : dir.equals("rtl") ? "ar" : "fr";
    }
}
