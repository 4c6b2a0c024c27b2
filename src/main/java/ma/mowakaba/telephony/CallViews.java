package ma.mowakaba.telephony;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.contact.Outcome;
import org.springframework.stereotype.Component;

/** A call as the other modules see it. */
@Component
class CallViews {

    private final CallBook book;
    private final HoldBook holds;
    private final RecordingBook recordings;
    private final Clock clock;

    CallViews(CallBook book, HoldBook holds, RecordingBook recordings, Clock clock) {
        this.book = book;
        this.holds = holds;
        this.clock = clock;
        this.recordings = recordings;
    }

    Switchboard.Call view(CallRow call) {
        return views(List.of(call)).getFirst();
    }

    /** In four questions to the database, however many they are. */
    List<Switchboard.Call> views(List<CallRow> calls) {
        Map<String, List<LegRow>> legs =
                book.legs(calls.stream().map(CallRow::linkedid).toList());
        Map<String, List<HoldBook.Turn>> turns =
                holds.of(calls.stream().map(CallRow::linkedid).toList());
        Set<String> gone = gone(calls);
        return calls.stream()
                .map(call -> {
                    List<LegRow> its = legs.getOrDefault(call.linkedid(), List.of());
                    return view(call, its, Holds.of(its, turns.getOrDefault(call.linkedid(), List.of())), gone);
                })
                .toList();
    }

    private Switchboard.Call view(CallRow call, List<LegRow> legs, List<Switchboard.Hold> holds, Set<String> gone) {
        Duration hold = Holds.total(holds, call.endedAt().orElseGet(clock::instant));
        return new Switchboard.Call(
                call.id(),
                call.contact(),
                call.ticket(),
                call.inbound() ? "in" : "out",
                call.caller(),
                call.dialled(),
                call.queue(),
                state(call, legs),
                call.outcome(),
                call.startedAt(),
                call.queuedAt(),
                call.answeredAt(),
                call.endedAt(),
                waited(call),
                call.talked().map(talked -> talked.compareTo(hold) > 0 ? talked.minus(hold) : Duration.ZERO),
                hold,
                call.consent(),
                recording(call).filter(file -> !gone.contains(call.linkedid())),
                call.satisfaction(),
                call.unanswered(),
                call.advisor(),
                legs.stream().map(LegRow::view).toList(),
                holds);
    }

    static String state(CallRow call, List<LegRow> legs) {
        if (call.outcome().isPresent()) {
            return call.outcome().get().code();
        }
        if (call.answeredAt().isPresent()) {
            return "talking";
        }
        if (legs.stream().anyMatch(LegRow::ringing)) {
            return "ringing";
        }
        return call.queue().isPresent() || !call.inbound() ? "queued" : "ivr";
    }

    private static Optional<Duration> waited(CallRow call) {
        return call.waited()
                .or(() -> call.queuedAt()
                        .flatMap(queued -> call.answeredAt().map(answered -> Duration.between(queued, answered))));
    }

    private Set<String> gone(List<CallRow> calls) {
        return recordings.deleted(calls.stream()
                .filter(call -> recording(call).isPresent())
                .map(CallRow::linkedid)
                .toList());
    }

    /** A file exists exactly when it was accepted and somebody talked. */
    private static Optional<String> recording(CallRow call) {
        boolean exists = call.consent().orElse(false)
                && call.outcome().filter(it -> it == Outcome.ANSWERED).isPresent();
        return exists ? Optional.of(call.linkedid() + ".wav") : Optional.empty();
    }
}
