package ma.mowakaba.web.supervisor;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.mowakaba.contact.Contact;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.telephony.CallId;
import ma.mowakaba.telephony.Switchboard;
import org.springframework.stereotype.Component;

/**
 * The calls that are not over, as they were read last. Only those of which something is told are read again, and all of them from time to
 * time, since what is told may be lost: with a hundred calls at once nearly all look as they did a moment ago.
 */
@Component
class CallsUnderWay {

    private static final Duration WHOLE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofMillis(100);

    private final Switchboard switchboard;
    private final Reception reception;
    private final Accounts accounts;
    private final Set<CallId> moved = ConcurrentHashMap.newKeySet();
    private final Map<CallId, Known> known = new HashMap<>();
    private Optional<Long> wholeAt = Optional.empty();
    private long readAt;

    CallsUnderWay(Switchboard switchboard, Reception reception, Accounts accounts) {
        this.switchboard = switchboard;
        this.reception = reception;
        this.accounts = accounts;
    }

    /**
     * A call with whom it concerns.
     *
     * @param advisor his name, empty while nobody has it
     * @param painted its row in each language somebody looked at
     */
    record Known(Switchboard.Call call, Contact contact, String advisor, Map<Language, String> painted) {}

    void moved(CallId call) {
        moved.add(call);
    }

    /** @return oldest first */
    synchronized List<Known> now() {
        long now = System.nanoTime();
        if (wholeAt.filter(at -> now - at < WHOLE.toNanos()).isEmpty()
                || moved.isEmpty() && now - readAt > FRESH.toNanos()) {
            whole(now);
        } else if (!moved.isEmpty()) {
            again();
        }
        readAt = now;
        return known.values().stream()
                .sorted(Comparator.comparing((Known one) -> one.call().startedAt())
                        .thenComparing(one -> one.call().id().linkedid()))
                .toList();
    }

    private void whole(long now) {
        wholeAt = Optional.empty();
        moved.clear();
        List<Switchboard.Call> live = switchboard.live();
        known.keySet().retainAll(live.stream().map(Switchboard.Call::id).collect(Collectors.toSet()));
        adopt(live);
        wholeAt = Optional.of(now);
    }

    private void again() {
        Set<CallId> told = Set.copyOf(moved);
        moved.removeAll(told);
        try {
            List<Switchboard.Call> calls = switchboard.all(told);
            calls.stream().filter(call -> call.endedAt().isPresent()).forEach(call -> known.remove(call.id()));
            adopt(calls.stream().filter(call -> call.endedAt().isEmpty()).toList());
        } catch (RuntimeException e) {
            wholeAt = Optional.empty();
            throw e;
        }
    }

    private void adopt(List<Switchboard.Call> calls) {
        List<Switchboard.Call> other = calls.stream()
                .filter(call -> !Optional.ofNullable(known.get(call.id()))
                        .filter(one -> one.call().equals(call))
                        .isPresent())
                .toList();
        Map<ContactId, Contact> contacts =
                reception.all(other.stream().map(Switchboard.Call::contact).toList()).stream()
                        .collect(Collectors.toMap(Contact::id, Function.identity()));
        Map<StaffId, String> names = accounts.names(
                other.stream().flatMap(call -> call.advisor().stream()).collect(Collectors.toSet()));
        for (Switchboard.Call call : other) {
            Contact contact = contacts.get(call.contact());
            if (contact != null) {
                String advisor = call.advisor().map(names::get).orElse("");
                known.put(call.id(), new Known(call, contact, advisor, new ConcurrentHashMap<>()));
            }
        }
    }
}
