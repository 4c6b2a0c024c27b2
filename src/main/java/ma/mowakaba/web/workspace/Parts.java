package ma.mowakaba.web.workspace;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TimelineEntry;
import ma.mowakaba.web.Words;

/** The cases that are parts of the one that is read. */
record Parts(List<Part> all) {

    /**
     * One of them.
     *
     * @param who its requester, empty when nobody knows him
     * @param another whether he is somebody else than the requester of the whole case, who must not learn what was said there
     */
    record Part(Ticket ticket, String who, boolean another) {}

    /** @return where a message was said, when not in the case itself */
    Optional<TimelineRows.Mark> mark(TimelineEntry.Message message, Words words) {
        return all.stream()
                .filter(part -> part.ticket().id().equals(message.ticket()))
                .findFirst()
                .map(part -> new TimelineRows.Mark(
                        words.say(
                                part.another() ? "web.part.another" : "web.part.same",
                                part.ticket().number(),
                                part.who()),
                        part.another()));
    }

    /** @return its number when it is one of them, else nothing */
    String named(String number) {
        return all.stream()
                .map(part -> part.ticket().number().value())
                .filter(number::equals)
                .findFirst()
                .orElse("");
    }

    /** @return whether it was said to somebody else than the requester of the whole case, or by him */
    boolean ofAnother(TimelineEntry entry) {
        return entry instanceof TimelineEntry.Message message
                && others().stream().anyMatch(part -> part.ticket().id().equals(message.ticket()));
    }

    /** @return those that somebody else is answered in */
    public List<Part> others() {
        return all.stream().filter(Part::another).toList();
    }
}
