package ma.mowakaba.kb;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares two texts: lines first, then the words of the lines that changed. Never parted are a letter and its vowel signs, and a number with
 * signs between its digits.
 */
final class Comparison {

    /** Lines that stayed the same and are shown beside a change. */
    private static final int BESIDE = 2;

    private static final Pattern WORD =
            Pattern.compile("\\p{Nd}+(?:[-./:,]\\p{Nd}+)+|[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

    private Comparison() {}

    static Differences of(Manuscript before, Manuscript after) {
        return new Differences(Stream.of(
                        field("title", before, after, Manuscript::title),
                        field("domain", before, after, Manuscript::domain),
                        field("summary", before, after, Manuscript::summary),
                        field("audience", before, after, Manuscript::audience),
                        field("verified-on", before, after, Manuscript::verifiedOn),
                        field("related", before, after, text -> String.join("\n", text.related())),
                        field("keywords", before, after, text -> String.join("\n", text.keywords())),
                        field("legal", before, after, text -> references(text.legal())),
                        field("sources", before, after, text -> references(text.sources())),
                        field(
                                ArticleFault.BODY,
                                before,
                                after,
                                text -> text.body().strip()))
                .filter(field -> !field.lines().isEmpty())
                .toList());
    }

    private static Differences.Field field(
            String name, Manuscript before, Manuscript after, Function<Manuscript, String> part) {
        String old = part.apply(before);
        String now = part.apply(after);
        return new Differences.Field(name, old.equals(now) ? List.of() : lines(old, now));
    }

    private static String references(List<Article.Reference> references) {
        return references.stream()
                .map(one -> one.url().isEmpty() ? one.text() : one.text() + "\n" + one.url())
                .collect(Collectors.joining("\n"));
    }

    static List<Differences.Line> lines(String before, String after) {
        List<String> old = before.lines().toList();
        List<Differences.Line> lines = new ArrayList<>();
        int next = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, after.lines().toList()).getDeltas()) {
            int begin = delta.getSource().getPosition();
            same(old.subList(next, begin), next > 0, true, lines);
            lines.addAll(words(delta));
            next = begin + delta.getSource().size();
        }
        same(old.subList(next, old.size()), true, false, lines);
        return lines;
    }

    /** Shows the lines next to a change and counts those between; empty ones are passed over. */
    private static void same(List<String> kept, boolean after, boolean before, List<Differences.Line> lines) {
        int head = after ? Math.min(BESIDE, kept.size()) : 0;
        int tail = before ? Math.min(BESIDE, kept.size() - head) : 0;
        int end = kept.size() - tail;
        shown(kept.subList(0, head), lines);
        long hidden =
                kept.subList(head, end).stream().filter(line -> !line.isBlank()).count();
        if (hidden > 0) {
            lines.add(new Differences.Line(List.of(), Math.toIntExact(hidden)));
        }
        shown(kept.subList(end, kept.size()), lines);
    }

    private static void shown(List<String> kept, List<Differences.Line> lines) {
        kept.stream().filter(line -> !line.isBlank()).forEach(line -> lines.add(line(line)));
    }

    private static Differences.Line line(String kept) {
        return new Differences.Line(List.of(new Differences.Piece(Differences.Change.KEPT, kept)), 0);
    }

    private static List<Differences.Line> words(AbstractDelta<String> delta) {
        List<String> before = delta.getSource().getLines();
        List<String> after = delta.getTarget().getLines();
        List<Differences.Line> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            String old = i < before.size() ? before.get(i) : "";
            String now = i < after.size() ? after.get(i) : "";
            lines.add(new Differences.Line(pieces(old, now), 0));
        }
        return lines;
    }

    static List<Differences.Piece> pieces(String before, String after) {
        List<String> old = tokens(before);
        List<Differences.Piece> pieces = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, tokens(after), true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                add(Differences.Change.KEPT, delta.getSource().getLines(), pieces);
            } else {
                add(Differences.Change.REMOVED, delta.getSource().getLines(), pieces);
                add(Differences.Change.ADDED, delta.getTarget().getLines(), pieces);
            }
        }
        return pieces;
    }

    private static void add(Differences.Change change, List<String> tokens, List<Differences.Piece> pieces) {
        if (!tokens.isEmpty()) {
            pieces.add(new Differences.Piece(change, String.join("", tokens)));
        }
    }

    private static List<String> tokens(String line) {
        return WORD.matcher(line).results().map(MatchResult::group).toList();
    }
}
