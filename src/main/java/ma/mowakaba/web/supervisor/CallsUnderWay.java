package ma.mowakaba.web.supervisor;

import java.time.Duration;
import java.time.Instant;
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
import ma.mowakaba.telephony.CallEvent;
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
    private static final Duration SOON = Duration.ofMillis(200);

    private final Switchboard switchboard;
    private final Reception reception;
    private final Accounts accounts;
    private final Set<CallId> moved = ConcurrentHashMap.newKeySet();
    private final Map<CallId, CallEvent.Entered> entered = new ConcurrentHashMap<>();
    private final Map<CallId, Known> known = new HashMap<>();
    private Optional<Long> wholeAt = Optional.empty();
    private long readAt;
    private long shownAt;

    CallsUnderWay(Switchboard switchboard, Reception reception, Accounts accounts) {
        this.switchboard = switchboard;
        this.reception = reception;
        this.accounts = accounts;
    }

    /**
     * A call with whom it concerns.
     *
     * @param advisor his name, empty while nobody has it
     * @param entered the queue the caller came into, while it is told and not yet read
     * @param painted its row in each language somebody looked at
     */
    record Known(
            Switchboard.Call call,
            Contact contact,
            String advisor,
            Optional<CallEvent.Entered> entered,
            Map<Language, String> painted) {

        String state() {
            return entered.isPresent() ? "queued" : call.state();
        }

        Optional<String> queue() {
            return entered.map(CallEvent.Entered::queue).or(call::queue);
        }

        Optional<Instant> queuedAt() {
            return entered.map(CallEvent.Entered::at).or(call::queuedAt);
        }
    }

    void moved(CallId call) {
        moved.add(call);
    }

    /** He is shown there without asking the database, which does not have it yet. */
    void entered(CallEvent.Entered told) {
        entered.put(told.call(), told);
    }

    /** @return oldest first; who just came into a queue does not wait for what is told besides, as long as that is read soon */
    synchronized List<Known> now() {
        long now = System.nanoTime();
        boolean seated = seat();
        if (!seated || now - readAt > SOON.toNanos()) {
            read(now, seated);
        }
        shownAt = now;
        return known.values().stream()
                .sorted(Comparator.comparing((Known one) -> one.call().startedAt())
                        .thenComparing(one -> one.call().id().linkedid()))
                .toList();
    }

    /** @return whether something is told that {@link #now} did not read */
    boolean behind() {
        return !moved.isEmpty();
    }

    private void read(long now, boolean seated) {
        if (wholeAt.filter(at -> now - at < WHOLE.toNanos()).isEmpty()
                || moved.isEmpty() && !seated && now - shownAt > FRESH.toNanos()) {
            whole(now);
            readAt = now;
        } else if (!moved.isEmpty()) {
            again();
            readAt = now;
        }
    }

    /** @return whether a call that is known came into a queue */
    private boolean seat() {
        boolean seated = false;
        for (CallEvent.Entered told : entered.values()) {
            Known call = known.get(told.call());
            if (call != null && call.entered().isEmpty() && inMenu(call.call())) {
                known.put(told.call(), shown(call.call(), call.contact(), call.advisor()));
                seated = true;
            }
        }
        return seated;
    }

    private void whole(long now) {
        wholeAt = Optional.empty();
        moved.clear();
        List<Switchboard.Call> live = switchboard.live();
        known.keySet().retainAll(live.stream().map(Switchboard.Call::id).collect(Collectors.toSet()));
        adopt(live);
        entered.keySet().retainAll(known.keySet());
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
        calls.stream().filter(call -> !inMenu(call)).forEach(call -> entered.remove(call.id()));
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
                known.put(call.id(), shown(call, contact, advisor));
            }
        }
    }

    private Known shown(Switchboard.Call call, Contact contact, String advisor) {
        return new Known(
                call,
                contact,
                advisor,
                Optional.ofNullable(entered.get(call.id())).filter(told -> inMenu(call)),
                new ConcurrentHashMap<>());
    }

    private static boolean inMenu(Switchboard.Call call) {
        return call.state().equals("ivr");
    }
}
