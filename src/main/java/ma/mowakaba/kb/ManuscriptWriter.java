package ma.mowakaba.kb;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes an article file in the one form in which the files of the project are written, byte by byte. */
final class ManuscriptWriter {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\x{feff}&&[^\\n\\t]]");
    private static final Set<String> MEANT_OTHERWISE =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private ManuscriptWriter() {}

    static String write(Manuscript text) {
        return "---\n" + head(text) + "---\n\n" + body(text.body()) + "\n";
    }

    /** @return the lines between those of three hyphens */
    static String head(Manuscript text) {
        return "title: " + quoted(text.title()) + "\ndomain: " + name(text.domain()) + "\nsummary: "
                + quoted(text.summary()) + "\naudience: " + quoted(text.audience()) + "\nverified-on: "
                + day(text.verifiedOn()) + "\nrelated: "
                + list(text.related().stream().map(ManuscriptWriter::name).toList())
                + "\nkeywords: "
                + list(text.keywords().stream().map(ManuscriptWriter::quoted).toList())
                + "\nlegal:" + references(text.legal()) + "sources:" + references(text.sources());
    }

    private static String body(String typed) {
        return CONTROL.matcher(typed.replace("\r\n", "\n")).replaceAll("").strip();
    }

    private static String references(List<Article.Reference> references) {
        return references.isEmpty()
                ? " []\n"
                : references.stream().map(ManuscriptWriter::reference).collect(Collectors.joining("", "\n", ""));
    }

    private static String reference(Article.Reference reference) {
        String url = reference.url().isEmpty() ? "" : "    url: " + quoted(reference.url()) + "\n";
        return "  - text: " + quoted(reference.text()) + "\n" + url;
    }

    private static String list(List<String> items) {
        return "[" + String.join(", ", items) + "]";
    }

    private static String name(String value) {
        return NAME.matcher(value).matches() && !MEANT_OTHERWISE.contains(value) ? value : quoted(value);
    }

    private static String day(String value) {
        try {
            return LocalDate.parse(value).toString();
        } catch (DateTimeException notADay) {
            return quoted(value);
        }
    }

    private static String quoted(String value) {
        String clean = CONTROL.matcher(value.replace("\r\n", "\n")).replaceAll("");
        return '"'
                + clean.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
