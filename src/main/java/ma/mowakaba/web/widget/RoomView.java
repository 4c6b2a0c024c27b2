package ma.mowakaba.web.widget;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.chat.ChatRooms;
import ma.mowakaba.ticket.TicketNumber;
import ma.mowakaba.web.BidiText;

/** A room as its visitor sees it: nothing of the people and ids behind it. */
record RoomView(String type, String id, String language, String state, Optional<String> ticket, int lastLine) {

    static RoomView of(ChatRooms.Room room) {
        return new RoomView(
                "room",
                room.id().toString(),
                room.language().code(),
                room.state(),
                room.ticket().map(TicketNumber::value),
                room.lastLine());
    }

    /** @param secret shown once; whoever has it is the visitor of this room */
    record Fresh(String id, String secret, RoomView room) {}

    /** One line. @param said its text as it is to be shown */
    record LineView(
            String type,
            int number,
            String clientId,
            String from,
            Optional<String> author,
            String text,
            List<Said> said,
            Instant at) {

        static LineView of(ChatRooms.Line line) {
            return new LineView(
                    "line",
                    line.number(),
                    line.clientId(),
                    line.from(),
                    line.author(),
                    line.text(),
                    Said.of(line.text()),
                    line.at());
        }
    }

    /** A line of a text. @param dir {@code rtl}, {@code ltr}, or empty: as the window */
    record Said(String dir, List<BidiText.Piece> pieces) {

        static List<Said> of(String text) {
            return BidiText.lines(text).stream()
                    .map(line -> new Said(line.dir(), line.pieces()))
                    .toList();
        }
    }

    /** A line that was not taken. */
    record Refusal(String type, String clientId, String title, String detail) {}
}
