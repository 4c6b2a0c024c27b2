package ma.mowakaba.web.workspace;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.mail.Folding;
import ma.mowakaba.ticket.TimelineEntry;
import ma.mowakaba.web.BidiText;

/** What somebody said, as it is read: what his program put below it is folded. */
record Speech(List<Fold> folds) {

    static final Speech NONE = new Speech(List.of());

    /** @param kind {@code said}, {@code quoted}, {@code signature} */
    record Fold(String kind, List<Line> lines) {}

    /** @param dir {@code rtl}, {@code ltr}, or empty: as the page */
    record Line(String dir, List<Mentions.Token> tokens) {}

    /** @return the text of an entry in which numbers and names are looked for; none of events and of what we write */
    static Stream<String> heard(TimelineEntry entry) {
        if (entry instanceof TimelineEntry.Message message && message.direction() == TimelineEntry.Direction.IN) {
            return Stream.of(message.text());
        }
        return entry instanceof TimelineEntry.Note note ? Stream.of(note.text()) : Stream.empty();
    }

    static Speech of(TimelineEntry.Message message, Mentions.Known known) {
        String text = message.text().strip();
        if (message.direction() == TimelineEntry.Direction.OUT) {
            return new Speech(List.of(new Fold("said", lines(text, line -> Mentions.words(line.text(), line.dir())))));
        }
        return message.channel() == Channel.MAIL ? folded(text, known) : of(text, known);
    }

    static Speech of(String text, Mentions.Known known) {
        return new Speech(List.of(new Fold("said", lines(text, known::in))));
    }

    private static Speech folded(String text, Mentions.Known known) {
        return new Speech(Folding.of(text).stream()
                .filter(piece -> !piece.text().isBlank())
                .map(piece -> new Fold(
                        piece.kind().name().toLowerCase(java.util.Locale.ROOT),
                        lines(piece.text().strip(), known::in)))
                .toList());
    }

    private static List<Line> lines(String text, Function<BidiText.Line, List<Mentions.Token>> tokens) {
        return BidiText.lines(text).stream()
                .map(line -> new Line(line.dir(), tokens.apply(line)))
                .toList();
    }
}
