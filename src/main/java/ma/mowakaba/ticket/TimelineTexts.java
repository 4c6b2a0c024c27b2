package ma.mowakaba.ticket;

import java.util.Map;
import java.util.UUID;

/** The texts of one page of a timeline. */
record TimelineTexts(Map<UUID, TimelineEntry.Message> messages, Map<UUID, TimelineEntry.Note> notes) {
    TimelineEntry message(UUID id) {
        return of(messages, id);
    }

    TimelineEntry note(UUID id) {
        return of(notes, id);
    }

    private static <T> T of(Map<UUID, T> texts, UUID id) {
        T text = texts.get(id);
        if (text == null) {
            throw new IllegalStateException("the timeline names a text that is not there: " + id);
        }
        return text;
    }
}
