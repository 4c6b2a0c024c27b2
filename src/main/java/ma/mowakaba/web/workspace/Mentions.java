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
     * A stretch of a text, as it was written.
     *
     * @param kind {@code text}, {@code phone}, {@code association}
     * @param value number in E.164, id of the association, or empty
     */
    record Token(String kind, String text, String value) {}

    /** @param known associations by folded name, among all that some texts may name */
    record Known(Map<String, AssociationId> known) {

        /** @return all of the text, in order */
        List<Token> in(String text) {
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
            return divided(text, spans);
        }

        private static List<Token> divided(String text, List<Span> spans) {
            spans.sort(Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()));
            List<Token> tokens = new ArrayList<>();
            int done = 0;
            for (Span span : spans) {
                if (span.start() >= done) {
                    add(tokens, text.substring(done, span.start()));
                    tokens.add(new Token(span.kind(), text.substring(span.start(), span.end()), span.value()));
                    done = span.end();
                }
            }
            add(tokens, text.substring(done));
            return tokens;
        }

        private static void add(List<Token> tokens, String text) {
            if (!text.isEmpty()) {
                tokens.add(new Token("text", text, ""));
            }
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
