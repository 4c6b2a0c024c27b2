package ma.mowakaba.demo.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** QueueWithdrawCaller, QueueChangePriorityCaller, QueueLog, QueueAdd, QueueRemove, QueuePause, QueuePenalty, QueueStatus, QueueSummary. */
final class QueueActions {

    private final Floor floor;

    QueueActions(Floor floor) {
        this.floor = floor;
    }

    /** @return whether the action was one of these */
    boolean obey(AmiSession session, AmiMessage action, String name) {
        switch (name) {
            case "queueadd" -> add(session, action);
            case "queueremove" -> remove(session, action);
            case "queuepause" -> pause(session, action);
            case "queuewithdrawcaller" -> withdraw(session, action);
            case "queuechangeprioritycaller" -> first(session, action);
            case "queuelog" -> log(session, action);
            case "queuepenalty" -> penalty(session, action);
            case "queuestatus" ->
                Actions.list(
                        session,
                        action,
                        "Queue status will follow",
                        "QueueStatusComplete",
                        status(action.get("Queue")));
            case "queuesummary" ->
                Actions.list(session, action, "Queue summary will follow", "QueueSummaryComplete", summary());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** As the dialplan has it: whoever is withdrawn goes on in the queue of MW_MOVE. */
    private void withdraw(AmiSession session, AmiMessage action) {
        Optional<LiveCall> call = waiting(action);
        call.ifPresent(live -> live.signal(new LiveCall.Signal.Move(live.variables.getOrDefault("MW_MOVE", ""))));
        session.answer(
                action,
                call.isPresent()
                        ? Actions.done("Withdraw requested successfully")
                        : Actions.error("Unable to request withdraw from queue: No such caller"));
    }

    private void first(AmiSession session, AmiMessage action) {
        Optional<LiveCall> call = waiting(action);
        if (action.get("Immediate").equals("yes")) {
            call.ifPresent(live -> floor.queues.first(action.get("Queue"), live.linkedid));
        }
        session.answer(
                action,
                call.isPresent()
                        ? Actions.done("Priority change for caller on queue")
                        : Actions.error("Unable to change priority caller on queue: No such caller"));
    }

    private Optional<LiveCall> waiting(AmiMessage action) {
        List<String> line = floor.queues.callers(action.get("Queue"));
        return floor.calls.values().stream()
                .filter(live -> line.contains(live.linkedid))
                .filter(live -> live.legs.getFirst().channel().equals(action.get("Caller")))
                .findFirst();
    }

    private void log(AmiSession session, AmiMessage action) {
        floor.journal.queue(
                floor.setup.clock().instant(),
                action.get("Uniqueid"),
                action.get("Queue"),
                action.get("Interface"),
                action.get("Event"),
                action.get("Message"));
        session.answer(action, Actions.done("Event added successfully"));
    }

    private void add(AmiSession session, AmiMessage action) {
        String queue = action.get("Queue");
        if (!queue.matches("[a-z0-9-]+-(ar|fr|en|zgh)")) {
            session.answer(action, Actions.error("Unable to add interface to queue: No such queue"));
            return;
        }
        Queues.Member member = new Queues.Member(
                queue, action.get("Interface"), action.get("MemberName"), number(action.get("Penalty")));
        member.paused = truth(action.get("Paused"));
        boolean added = floor.queues.add(member);
        session.answer(
                action,
                added
                        ? Actions.done("Added interface to queue")
                        : Actions.error("Unable to add interface: Already there"));
        if (added) {
            floor.journal.queue(
                    floor.setup.clock().instant(),
                    "MANAGER",
                    queue,
                    member.name,
                    "ADDMEMBER",
                    member.paused ? "PAUSED" : "");
            tell("QueueMemberAdded", member);
        }
    }

    private void remove(AmiSession session, AmiMessage action) {
        Queues.Member member =
                new Queues.Member(action.get("Queue"), action.get("Interface"), action.get("Interface"), 0);
        boolean removed = floor.queues.remove(member.queue, member.device);
        session.answer(
                action,
                removed
                        ? Actions.done("Removed interface from queue")
                        : Actions.error("Unable to remove interface: Not there"));
        if (removed) {
            floor.journal.queue(
                    floor.setup.clock().instant(), "MANAGER", member.queue, member.name, "REMOVEMEMBER", "");
            tell("QueueMemberRemoved", member);
        }
    }

    private void pause(AmiSession session, AmiMessage action) {
        boolean paused = truth(action.get("Paused"));
        List<Queues.Member> found =
                floor.queues.pause(action.get("Queue"), action.get("Interface"), paused, action.get("Reason"));
        session.answer(
                action,
                found.isEmpty()
                        ? Actions.error("Interface not found")
                        : Actions.done("Interface " + (paused ? "paused" : "unpaused") + " successfully"));
        found.forEach(member -> tell("QueueMemberPause", member));
    }

    private void penalty(AmiSession session, AmiMessage action) {
        floor.queues.memberships(action.get("Interface")).stream()
                .filter(member -> action.get("Queue").isEmpty() || member.queue.equals(action.get("Queue")))
                .forEach(member -> member.penalty = number(action.get("Penalty")));
        session.answer(action, Actions.done("Interface penalty updated successfully"));
    }

    private void tell(String event, Queues.Member member) {
        floor.say(describe(AmiMessage.of("Event", event, "Privilege", "agent,all"), member));
    }

    private AmiMessage describe(AmiMessage event, Queues.Member member) {
        return event.with("Queue", member.queue)
                .with(event.get("Event").equals("QueueMember") ? "Name" : "MemberName", member.name)
                .with(event.get("Event").equals("QueueMember") ? "Location" : "Interface", member.device)
                .with("StateInterface", member.device)
                .with("Membership", "dynamic")
                .with("Penalty", String.valueOf(member.penalty))
                .with("CallsTaken", "0")
                .with("LastCall", "0")
                .with("Status", String.valueOf(floor.queues.state(member.device)))
                .with("Paused", member.paused ? "1" : "0")
                .with("PausedReason", member.reason);
    }

    private List<AmiMessage> status(String only) {
        List<AmiMessage> events = new ArrayList<>();
        for (String queue : floor.queues.names()) {
            if (!only.isEmpty() && !queue.equals(only)) {
                continue;
            }
            List<String> callers = floor.queues.callers(queue);
            events.add(AmiMessage.of(
                    "Event",
                    "QueueParams",
                    "Queue",
                    queue,
                    "Max",
                    "0",
                    "Strategy",
                    "rrmemory",
                    "Calls",
                    String.valueOf(callers.size()),
                    "Holdtime",
                    "0",
                    "TalkTime",
                    "0",
                    "Completed",
                    "0",
                    "Abandoned",
                    "0",
                    "ServiceLevel",
                    "20",
                    "ServicelevelPerf",
                    "0.0",
                    "Weight",
                    "0"));
            floor.queues
                    .members(queue)
                    .forEach(member -> events.add(describe(AmiMessage.of("Event", "QueueMember"), member)));
            for (String caller : callers) {
                events.add(AmiMessage.of(
                        "Event",
                        "QueueEntry",
                        "Queue",
                        queue,
                        "Position",
                        String.valueOf(callers.indexOf(caller) + 1),
                        "Uniqueid",
                        caller,
                        "Wait",
                        "0"));
            }
        }
        return events;
    }

    private List<AmiMessage> summary() {
        return floor.queues.names().stream()
                .map(queue -> AmiMessage.of(
                        "Event",
                        "QueueSummary",
                        "Queue",
                        queue,
                        "LoggedIn",
                        String.valueOf(floor.queues.members(queue).size()),
                        "Available",
                        String.valueOf(floor.queues.members(queue).stream()
                                .filter(m -> !m.paused && floor.queues.state(m.device) == Queues.NOT_IN_USE)
                                .count()),
                        "Callers",
                        String.valueOf(floor.queues.callers(queue).size()),
                        "HoldTime",
                        "0",
                        "TalkTime",
                        "0",
                        "LongestHoldTime",
                        "0"))
                .toList();
    }

    private static boolean truth(String text) {
        return text.equals("true") || text.equals("1") || text.equals("yes");
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }
}
