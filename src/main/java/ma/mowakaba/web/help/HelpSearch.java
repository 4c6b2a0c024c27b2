package ma.mowakaba.web.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kb.Typeset;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.radar.GapRadar;
import ma.mowakaba.web.Buckets;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;

/** Answers a reader's question with passages, of which the words are marked that answer it. */
@Component
class HelpSearch {

    private static final int HITS = 8;
    private static final int LINES = 3;
    private static final Pattern SENTENCE_END = Pattern.compile("\\R|(?<=[^\\d][.!?؟])\\s+(?=\\p{Lu}|\\p{IsArabic})");
    /** What says much less of the question than another passage only hides that one. */
    private static final double WORTH = 0.5;

    private final Library library;
    private final GapRadar radar;
    private final Buckets noted;

    HelpSearch(Library library, GapRadar radar, HelpSettings settings) {
        this.library = library;
        this.radar = radar;
        this.noted = new Buckets(settings.searchesPerMinute(), "help.too-many");
    }

    /** @param excerpt HTML, words that were asked for in {@code mark} */
    record Result(String href, String title, String part, String domain, String excerpt) {}

    /** @param good whether the first result is about most of the question; @param away whether the engine could not be asked */
    record Answer(List<Result> results, boolean good, boolean away) {}

    /** @param address of the reader, so that one alone does not fill the gap radar; it is not kept */
    Answer ask(String q, String address, Language language, Words words) {
        try {
            Library.SearchResult found = library.search(q, language, Optional.empty(), HITS);
            if (noted.tries(address)) {
                radar.asked(GapRadar.Asked.inPublic(q), found);
            }
            double best = found.hits().stream()
                    .mapToDouble(Library.Hit::covered)
                    .max()
                    .orElse(0);
            List<Result> results = found.hits().stream()
                    .filter(hit -> hit.covered() >= best * WORTH)
                    .map(hit -> result(q, hit, words))
                    .toList();
            return new Answer(results, found.answers(), false);
        } catch (Problem away) {
            return new Answer(List.of(), false, true);
        }
    }

    private Result result(String q, Library.Hit hit, Words words) {
        Article article = library.article(hit.slug(), hit.language());
        Typeset typeset = new Typeset(hit.language());
        String part = article.parts().stream()
                .filter(one -> one.anchor().equals(hit.anchor()))
                .map(Article.Part::heading)
                .findFirst()
                .orElse("");
        return new Result(
                Addresses.article(hit.language(), hit.slug()) + "#" + hit.anchor(),
                typeset.text(hit.title()),
                typeset.text(part),
                words.domain(hit.domain()),
                excerpt(q, typeset.spaced(hit.passage()), typeset));
    }

    /** The lines and sentences that say most of what was asked, in their order. */
    private String excerpt(String q, String passage, Typeset typeset) {
        List<List<Library.Piece>> lines = SENTENCE_END
                .splitAsStream(passage)
                .filter(line -> !line.isBlank())
                .map(line -> library.marked(q, line))
                .toList();
        List<List<Library.Piece>> best = lines.stream()
                .sorted((one, other) -> Long.compare(hits(other), hits(one)))
                .limit(LINES)
                .toList();
        List<String> shown = new ArrayList<>();
        lines.stream().filter(best::contains).limit(LINES).forEach(line -> shown.add(html(line, typeset)));
        return String.join("<br>", shown);
    }

    private static long hits(List<Library.Piece> line) {
        return line.stream().filter(Library.Piece::hit).count();
    }

    private static String html(List<Library.Piece> line, Typeset typeset) {
        StringBuilder html = new StringBuilder();
        for (Library.Piece piece : line) {
            String text = typeset.text(piece.text());
            html.append(piece.hit() ? "<mark>" + text + "</mark>" : text);
        }
        return html.toString();
    }
}
