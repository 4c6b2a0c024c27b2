package ma.mowakaba.telephony;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.telephony.ExchangeLink.Member;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queues of one exchange, kept equal to the skills and presence of those whose telephones are at it. What the exchange has is remembered
 * between two looks, so that a change costs only its own actions.
 */
final class MembersThere {

    private static final Logger log = LoggerFactory.getLogger(MembersThere.class);

    private final ExchangeLink exchange;
    private final QueuePlan plan;
    private final Predicate<String> here;
    private final Map<Member.Key, Member> there = new ConcurrentHashMap<>();
    private final Set<StaffId> dirty = ConcurrentHashMap.newKeySet();

    /** @param here whether the telephone of an extension is at this exchange */
    MembersThere(ExchangeLink exchange, QueuePlan plan, Predicate<String> here) {
        this.exchange = exchange;
        this.plan = plan;
        this.here = here;
    }

    void refresh() {
        if (exchange.state().connected()) {
            attempt(
                    () -> {
                        Map<Member.Key, Member> found = exchange.members().stream()
                                .collect(Collectors.toMap(Member::key, Function.identity(), (a, b) -> b));
                        adopt(found);
                    },
                    () -> {});
        }
    }

    void changed(StaffId advisor) {
        dirty.add(advisor);
    }

    void work() {
        List<StaffId> now = List.copyOf(dirty);
        if (!now.isEmpty() && exchange.state().connected()) {
            now.forEach(dirty::remove);
            attempt(() -> align(now), () -> dirty.addAll(now));
        }
    }

    List<Member> of(String queue) {
        return there.values().stream()
                .filter(member -> member.queue().equals(queue))
                .toList();
    }

    private static void attempt(Runnable work, Runnable otherwise) {
        try {
            work.run();
        } catch (Problem e) {
            otherwise.run();
            log.info("The queues are kept for later: {}", e.subject());
        }
    }

    private synchronized void adopt(Map<Member.Key, Member> found) {
        there.keySet().retainAll(found.keySet());
        there.putAll(found);
        align();
    }

    private synchronized void align() {
        align(plan.members().stream().filter(this::isHere).toList(), member -> true);
    }

    /** Where a callback is due, whom it keeps free depends on everybody. */
    private synchronized void align(List<StaffId> advisors) {
        if (plan.callbacksDue()) {
            align();
            return;
        }
        Map<String, List<Member>> wanted = plan.members(advisors);
        align(
                wanted.values().stream()
                        .flatMap(List::stream)
                        .filter(this::isHere)
                        .toList(),
                member -> wanted.containsKey(member.device()));
    }

    private boolean isHere(Member member) {
        return here.test(QueuePlan.extension(member.device()));
    }

    /** @param concerned of what the exchange has, what the wanted members replace */
    private void align(List<Member> all, Predicate<Member> concerned) {
        Map<Member.Key, Member> wanted =
                all.stream().collect(Collectors.toMap(Member::key, Function.identity(), (a, b) -> a));
        List<Member> leaving = new ArrayList<>(there.values());
        leaving.removeIf(member -> wanted.containsKey(member.key()) || !concerned.test(member));
        leaving.forEach(this::remove);
        wanted.values().stream()
                .collect(Collectors.groupingBy(Member::device, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::put);
    }

    /** Whose pause begins or ends in all his queues is told in one action: whoever picks up a call stands in twenty of them. */
    private void put(String device, List<Member> wanted) {
        boolean paused = wanted.getFirst().paused();
        if (wanted.size() == 1 || !wanted.stream().allMatch(member -> turns(member, paused))) {
            wanted.forEach(this::put);
            return;
        }
        tolerate(() -> exchange.pause(device, paused));
        wanted.forEach(member -> there.put(member.key(), member));
    }

    private boolean turns(Member member, boolean paused) {
        Member before = there.get(member.key());
        return before != null
                && before.penalty() == member.penalty()
                && before.paused() != paused
                && member.paused() == paused;
    }

    private void remove(Member member) {
        tolerate(() -> exchange.remove(member.queue(), member.device()));
        there.remove(member.key());
    }

    private void put(Member member) {
        Member before = there.get(member.key());
        if (before != null && before.penalty() != member.penalty()) {
            remove(before);
            before = null;
        }
        if (before == null) {
            tolerate(() -> exchange.add(member));
        } else if (before.paused() != member.paused()) {
            tolerate(() -> exchange.pause(member.queue(), member.device(), member.paused()));
        }
        there.put(member.key(), member);
    }

    /** Another node was faster, or the queue is not configured: the exchange refuses, and the next look tells. */
    private static void tolerate(Runnable action) {
        try {
            action.run();
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.CONFLICT) {
                throw e;
            }
            log.debug("refused", e);
        }
    }
}
