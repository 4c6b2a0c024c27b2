package ma.mowakaba.demo.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.demo.exchange.CallScript.Behaviour;

/**
 * The part of an inbound call in which people talk, with one advisor and after a transfer with another. As in Asterisk,
 * what became of the call stands in {@code queue_log} before the manager clients hear of it.
 */
final class Conversation {

    private final InboundCall call;
    private final CallScript script;
    private final Leg caller;
    private final Leg advisor;
    private final String queue;
    private final String member;

    Conversation(InboundCall call, CallScript script, Leg caller, Leg advisor, String queue, String member) {
        this.call = call;
        this.script = script;
        this.caller = caller;
        this.advisor = advisor;
        this.queue = queue;
        this.member = member;
    }

    void run(Instant joined) {
        Instant answered = answer(joined);
        long waited = Duration.between(joined, answered).toSeconds();
        Optional<LiveCall.Signal> signal = call.pause(
                script.behaviour() == Behaviour.TRANSFER ? script.talk().dividedBy(2) : script.talk());
        String target = target(signal);
        if (!target.isEmpty()) {
            transfer(target, waited, answered);
            record(answered);
            return;
        }
        record(answered);
        boolean callerFirst = script.behaviour() == Behaviour.ANSWERED_CALLER_HANGS_UP;
        Instant end = call.now();
        String talked = String.valueOf(Duration.between(answered, end).toMillis());
        String status = callerFirst ? "" : "CONTINUE";
        call.floor.journal.queue(
                end,
                call.linkedid,
                queue,
                member,
                callerFirst ? "COMPLETECALLER" : "COMPLETEAGENT",
                waited,
                Duration.between(answered, end).toSeconds(),
                1);
        call.tell(
                "answered",
                "hang-up",
                Map.of(
                        "HoldTime",
                        String.valueOf(waited),
                        "TalkTime",
                        String.valueOf(Duration.between(answered, end).toSeconds()),
                        "Reason",
                        callerFirst ? "caller" : "agent",
                        "QStatus",
                        status,
                        "WaitMs",
                        String.valueOf(waited * 1000),
                        "TalkMs",
                        talked));
        part(advisor);
        call.app("APP_END", caller, "Queue", queue);
        call.end(status, "", String.valueOf(waited * 1000), talked, "");
    }

    private void record(Instant answered) {
        call.floor.recorder.end(call.linkedid, answered, call.now(), script.talk());
    }

    private Instant answer(Instant joined) {
        int left = call.floor.queues.leave(queue, call.linkedid);
        Instant at = call.now();
        String waited = String.valueOf(Duration.between(joined, at).toSeconds());
        call.cel("ANSWER", advisor, "AppQueue", "", "");
        meet(advisor);
        call.floor.journal.queue(
                at,
                call.linkedid,
                queue,
                member,
                "CONNECT",
                waited,
                advisor.uniqueid(),
                script.ring().toSeconds());
        call.tell(
                "answered",
                "answer",
                Map.of(
                        "HoldTime",
                        waited,
                        "RingTime",
                        String.valueOf(script.ring().toSeconds()),
                        "Count",
                        String.valueOf(left)));
        call.device(advisor.device(), Queues.IN_USE);
        return at;
    }

    private String target(Optional<LiveCall.Signal> signal) {
        if (signal.isPresent()) {
            return signal.get() instanceof LiveCall.Signal.Transfer(String extension) ? extension : "";
        }
        return script.behaviour() == Behaviour.TRANSFER ? script.transferTo() : "";
    }

    /** The advisor hands the caller over and leaves; the queue is done with the call, so QUEUESTATUS stays empty. */
    private void transfer(String extension, long waited, Instant answered) {
        call.cel(
                "BLINDTRANSFER",
                advisor,
                "",
                "",
                Map.of(
                        "extension",
                        extension,
                        "context",
                        "from-agent",
                        "bridge_id",
                        call.bridge,
                        "transferee_channel_name",
                        caller.channel(),
                        "transferee_channel_uniqueid",
                        caller.uniqueid()));
        call.floor.journal.queue(
                call.now(),
                call.linkedid,
                queue,
                member,
                "BLINDTRANSFER",
                extension,
                "from-agent",
                waited,
                Duration.between(answered, call.now()).toSeconds(),
                1);
        call.tell("blind-transfer", "transfer", Map.of("Extension", extension, "HoldTime", String.valueOf(waited)));
        part(advisor);
        Leg other = new Leg(
                call.floor.channel("PJSIP/" + extension), call.floor.uniqueid(), extension, "", "", "from-agent", "s");
        call.legs.add(other);
        call.cel("CHAN_START", other);
        call.device(other.device(), Queues.RINGING);
        call.tell("blind-transfer", "second-ring", Map.of());
        call.pause(script.ring());
        call.cel("ANSWER", other, "AppDial", "", "");
        meet(other);
        call.device(other.device(), Queues.IN_USE);
        call.tell("blind-transfer", "second-answer", Map.of());
        call.pause(script.talk().dividedBy(2));
        String talked = String.valueOf(Duration.between(answered, call.now()).toMillis());
        call.tell("blind-transfer", "hang-up", Map.of("WaitMs", String.valueOf(waited * 1000), "TalkMs", talked));
        part(other);
        call.end("", "", String.valueOf(waited * 1000), talked, "");
    }

    private void meet(Leg leg) {
        call.bridged("BRIDGE_ENTER", leg, "");
        call.bridged("BRIDGE_ENTER", caller, leg.channel());
    }

    private void part(Leg leg) {
        call.bridged("BRIDGE_EXIT", leg, caller.channel());
        call.gone(leg, 16);
        call.bridged("BRIDGE_EXIT", caller, "");
        call.device(leg.device(), Queues.NOT_IN_USE);
    }
}
