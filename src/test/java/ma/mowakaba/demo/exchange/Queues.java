package ma.mowakaba.demo.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The queues, their members and who waits in them, as Asterisk keeps them: a device has one state in all its queues. */
final class Queues {

    /** A member of one queue; the state belongs to the device behind it. */
    static final class Member {
        final String queue;
        final String device;
        final String name;
        int penalty;
        boolean paused;
        String reason = "";

        Member(String queue, String device, String name, int penalty) {
            this.queue = queue;
            this.device = device;
            this.name = name;
            this.penalty = penalty;
        }
    }

    static final int NOT_IN_USE = 1;
    static final int IN_USE = 2;
    static final int RINGING = 6;

    private final Map<String, Map<String, Member>> members = new TreeMap<>();
    private final Map<String, List<String>> callers = new TreeMap<>();
    private final Map<String, Integer> states = new LinkedHashMap<>();
    private final Map<String, Long> lastCall = new LinkedHashMap<>();
    private long calls;

    synchronized boolean add(Member member) {
        return members.computeIfAbsent(member.queue, q -> new LinkedHashMap<>()).putIfAbsent(member.device, member)
                == null;
    }

    synchronized boolean remove(String queue, String device) {
        return members.getOrDefault(queue, new LinkedHashMap<>()).remove(device) != null;
    }

    /** @param queue empty for all; @return the members changed */
    synchronized List<Member> pause(String queue, String device, boolean paused, String reason) {
        List<Member> found = memberships(device).stream()
                .filter(m -> queue.isEmpty() || m.queue.equals(queue))
                .toList();
        found.forEach(member -> {
            member.paused = paused;
            member.reason = reason;
        });
        return found;
    }

    /** @return the member to ring for the caller at the head: lowest penalty, then longest without a call; its device rings now */
    synchronized Optional<Member> claim(String queue, String caller) {
        if (!callers.getOrDefault(queue, List.of()).stream().findFirst().equals(Optional.of(caller))) {
            return Optional.empty();
        }
        Optional<Member> chosen = members.getOrDefault(queue, Map.of()).values().stream()
                .filter(member -> !member.paused && state(member.device) == NOT_IN_USE)
                .min(Comparator.<Member>comparingInt(m -> m.penalty)
                        .thenComparing(m -> lastCall.getOrDefault(m.device, 0L)));
        chosen.ifPresent(member -> {
            states.put(member.device, RINGING);
            lastCall.put(member.device, ++calls);
        });
        return chosen;
    }

    synchronized int state(String device) {
        return states.getOrDefault(device, NOT_IN_USE);
    }

    synchronized void state(String device, int state) {
        states.put(device, state);
    }

    /** @return whether the device was free; it rings now */
    synchronized boolean take(String device) {
        return state(device) == NOT_IN_USE && states.put(device, RINGING) != Integer.valueOf(RINGING);
    }

    /** @return his place, 1 for the head */
    synchronized int join(String queue, String caller) {
        List<String> line = callers.computeIfAbsent(queue, q -> new ArrayList<>());
        line.add(caller);
        return line.size();
    }

    /** Before everybody else. */
    synchronized void first(String queue, String caller) {
        List<String> line = callers.getOrDefault(queue, new ArrayList<>());
        if (line.remove(caller)) {
            line.addFirst(caller);
        }
    }

    /** @return how many are left */
    synchronized int leave(String queue, String caller) {
        List<String> line = callers.getOrDefault(queue, new ArrayList<>());
        line.remove(caller);
        return line.size();
    }

    synchronized int place(String queue, String caller) {
        return callers.getOrDefault(queue, List.of()).indexOf(caller) + 1;
    }

    synchronized List<String> names() {
        TreeMap<String, Boolean> names = new TreeMap<>();
        members.keySet().forEach(name -> names.put(name, true));
        callers.keySet().forEach(name -> names.put(name, true));
        return List.copyOf(names.keySet());
    }

    synchronized List<Member> members(String queue) {
        return List.copyOf(members.getOrDefault(queue, Map.of()).values());
    }

    synchronized List<String> callers(String queue) {
        return List.copyOf(callers.getOrDefault(queue, List.of()));
    }

    synchronized List<Member> memberships(String device) {
        return members.values().stream()
                .flatMap(m -> m.values().stream())
                .filter(m -> m.device.equals(device))
                .toList();
    }
}
