package ma.mowakaba.web.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.mowakaba.directory.AssociationId;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.web.BidiText;
import org.springframework.stereotype.Component;

/** Telephone numbers and known associations in what people write: the numbers can be called, the associations looked at. */
@Component
class Mentions {

    /** Characters of a text that are looked through. */
    private static final int LONGEST = 20_000;

    private static final int MOST_NAMES = 500;

    private final Directory directory;

    Mentions(Directory directory) {
        this.directory = directory;
    }

    /**
     * A stretch of a line, as it was written.
     *
     * @param kind {@code text}; {@code ltr}, {@code rtl} and {@code number}, which run so whatever the line does; {@code phone},
     *     {@code association}
     * @param value number in E.164, id of the association, or empty
     */
    record Token(String kind, String text, String value) {}

    /** @return without a look at what is mentioned @param dir of the line that it is a part of */
    static List<Token> words(String text, String dir) {
        return BidiText.pieces(text, dir).stream()
                .map(piece -> new Token(kind(piece), piece.text(), ""))
                .toList();
    }

    private static String kind(BidiText.Piece piece) {
        return piece.whole() ? "number" : piece.dir().isEmpty() ? "text" : piece.dir();
    }

    /** @param known associations by folded name, among all that some texts may name */
    record Known(Map<String, AssociationId> known) {

        /** @return all of the line, in order */
        List<Token> in(BidiText.Line line) {
            String text = line.text();
            List<Span> spans = new ArrayList<>();
            String looked = text.substring(0, Math.min(LONGEST, text.length()));
            PhoneNumber.in(looked)
                    .forEach(found -> spans.add(new Span(
                            found.start(), found.end(), "phone", found.number().e164())));
            for (AssociationNames.Place place : AssociationNames.in(looked)) {
                AssociationId named = known.get(AssociationNames.folded(place.text()));
                if (named != null) {
                    spans.add(new Span(place.start(), place.end(), "association", named.toString()));
                }
            }
            return divided(line, spans);
        }

        private static List<Token> divided(BidiText.Line line, List<Span> spans) {
            String text = line.text();
            spans.sort(Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()));
            List<Token> tokens = new ArrayList<>();
            int done = 0;
            for (Span span : spans) {
                if (span.start() >= done) {
                    tokens.addAll(words(text.substring(done, span.start()), line.dir()));
                    tokens.add(new Token(span.kind(), text.substring(span.start(), span.end()), span.value()));
                    done = span.end();
                }
            }
            tokens.addAll(words(text.substring(done), line.dir()));
            return tokens;
        }
    }

    private record Span(int start, int end, String kind, String value) {}

    /** Asks for the associations of all texts of a page at once. */
    Known of(List<String> texts) {
        Set<String> names = texts.stream()
                .map(text -> text.substring(0, Math.min(LONGEST, text.length())))
                .flatMap(text -> AssociationNames.in(text).stream())
                .map(AssociationNames.Place::text)
                .limit(MOST_NAMES)
                .collect(Collectors.toSet());
        Map<String, AssociationId> known = new HashMap<>();
        directory.associationsNamed(names).forEach((id, name) -> known.putIfAbsent(AssociationNames.folded(name), id));
        return new Known(known);
    }
}
