package ma.mowakaba.demo.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.demo.exchange.CallScript.Behaviour;

/** Somebody calls the center: menu, queue, an advisor or none, end. */
final class InboundCall extends LiveCall {

    private static final String DID = "0800002000";
    private static final Duration RING_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(20);

    private final CallScript script;
    private final Leg caller;
    private String queue = "";
    private Instant joined = Instant.EPOCH;

    InboundCall(Floor floor, CallScript script) {
        super(floor, floor.uniqueid());
        this.script = script;
        String number = script.number().orElse("");
        this.caller = new Leg(floor.channel("PJSIP/carrier"), linkedid, number, script.name(), DID, "from-trunk", DID);
        legs.add(caller);
    }

    @Override
    public void run() {
        cel("CHAN_START", caller);
        tell("answered", "arrive", Map.of());
        cel("ANSWER", caller, "Answer", "", "");
        boolean gone = pause(
                        script.behaviour() == Behaviour.IVR_HANGUP
                                ? script.ivr().dividedBy(2)
                                : script.ivr())
                .isPresent();
        if (gone || script.behaviour() == Behaviour.IVR_HANGUP) {
            tell("ivr-hangup", "leave", Map.of());
            end("", "", "", "", "");
        } else {
            enter();
            wait(joined.plus(floor.real(script.patience())));
        }
    }

    private void enter() {
        cel(
                "MW_IVR",
                caller,
                "CELGenUserEvent",
                "",
                Map.of(
                        "extra",
                        "lang=" + script.language() + "&domain=" + script.domain() + "&did=" + DID + "&consent="
                                + (script.recording() ? "1" : "2")));
        tell("answered", "ivr", Map.of("Domain", script.domain()));
        queue = floor.route.queue(linkedid, script);
        if (script.recording()) {
            floor.recorder.begin(linkedid);
        }
        join();
    }

    private void join() {
        int place = floor.queues.join(queue, linkedid);
        joined = now();
        app("APP_START", caller, "Queue", queue + ",tkcb(mw-predial^s^1),,,60,,mw-agent-answer");
        floor.journal.queue(joined, linkedid, queue, "NONE", "ENTERQUEUE", "", caller.number(), place);
        tell("answered", "join", Map.of("Position", String.valueOf(place), "Count", String.valueOf(place)));
    }

    /** The queue's loop: ring one member after another until somebody picks up or the time is over. */
    private void wait(Instant deadline) {
        boolean picksUp = picksUp(script.behaviour() != Behaviour.RING_NO_ANSWER);
        while (true) {
            Duration left = Duration.between(now(), deadline);
            if (!left.isPositive()) {
                giveUp(true);
                return;
            }
            Optional<Queues.Member> member = floor.queues.claim(queue, linkedid);
            if (member.isEmpty()) {
                Optional<Signal> told = pauseReal(POLL);
                if (told.isPresent() && told.get() instanceof Signal.Move(String other)) {
                    move(other);
                } else if (told.isPresent()) {
                    giveUp(false);
                    return;
                }
                continue;
            }
            Leg advisor = ring(member.get());
            boolean gone = pauseReal(shorter(left, floor.real(picksUp ? script.ring() : RING_TIMEOUT)))
                    .isPresent();
            if (!gone && picksUp) {
                new Conversation(this, script, caller, advisor, queue, member.get().name).run(joined);
                return;
            }
            boolean over = !now().isBefore(deadline);
            if (gone || over && script.behaviour() == Behaviour.ABANDONED) {
                giveUp(false);
                return;
            }
            noAnswer(advisor, member.get().name);
            pause(RETRY);
            picksUp = picksUp(true);
        }
    }

    private void move(String other) {
        floor.queues.leave(queue, linkedid);
        app("APP_END", caller, "Queue", queue);
        floor.journal.queue(now(), linkedid, queue, "NONE", "WITHDRAW", 1, 1, 1, "moved");
        queue = other;
        join();
    }

    private boolean picksUp(boolean now) {
        return switch (script.behaviour()) {
            case ANSWERED, ANSWERED_CALLER_HANGS_UP, TRANSFER, RING_NO_ANSWER -> now;
            case ABANDONED, IVR_HANGUP, TIMEOUT, VOICEMAIL -> false;
        };
    }

    private Leg ring(Queues.Member member) {
        String extension = member.device.substring(member.device.indexOf('/') + 1);
        Leg advisor =
                new Leg(floor.channel(member.device), floor.uniqueid(), extension, member.name, "", "from-agent", "s");
        legs.add(advisor);
        cel("CHAN_START", advisor);
        tell("answered", "ring", Map.of());
        floor.tellMembers(member.device);
        return advisor;
    }

    private void noAnswer(Leg advisor, String name) {
        tell("voicemail", "no-answer", Map.of("RingTime", "10000"));
        gone(advisor, 0);
        floor.journal.queue(now(), linkedid, queue, name, "RINGNOANSWER", RING_TIMEOUT.toMillis());
        legs.remove(advisor);
        device(advisor.device(), Queues.NOT_IN_USE);
    }

    private void giveUp(boolean timeIsOver) {
        int place = Math.max(1, floor.queues.place(queue, linkedid));
        long seconds = Duration.between(joined, now()).toSeconds();
        boolean abandons = !timeIsOver || script.behaviour() == Behaviour.ABANDONED;
        int left = floor.queues.leave(queue, linkedid);
        Map<String, String> counts =
                new HashMap<>(Map.of("HoldTime", String.valueOf(seconds), "Count", String.valueOf(left)));
        counts.put("WaitMs", String.valueOf(seconds * 1000));
        floor.journal.queue(
                now(), linkedid, queue, "NONE", abandons ? "ABANDON" : "EXITWITHTIMEOUT", place, place, seconds);
        if (abandons) {
            tell("abandoned", "abandon", counts);
            hangUpRinging();
            end("", "TRUE", String.valueOf(seconds * 1000), "0", "");
        } else {
            voicemail(counts, seconds);
        }
    }

    private void hangUpRinging() {
        if (legs.size() > 1) {
            Leg advisor = legs.removeLast();
            gone(advisor, 0);
            device(advisor.device(), Queues.NOT_IN_USE);
        }
    }

    private void voicemail(Map<String, String> counts, long seconds) {
        tell("voicemail", "timeout", counts);
        app("APP_END", caller, "Queue", queue);
        app("APP_START", caller, "VoiceMail", "100@mowakaba,s");
        pause(Duration.ofSeconds(8));
        String result = script.behaviour() == Behaviour.VOICEMAIL ? "SUCCESS" : "FAILED";
        counts.put("VmStatus", result);
        tell("voicemail", "message", counts);
        end("TIMEOUT", "TRUE", String.valueOf(seconds * 1000), "0", result);
    }

    /** The hang-up handler's record, then the end of the channel and of the call. */
    void end(String status, String abandoned, String waited, String talked, String voicemail) {
        cel(
                "MW_END",
                caller,
                "CELGenUserEvent",
                "",
                Map.of(
                        "extra",
                        "ref=" + linkedid + "&lang=" + script.language() + "&queue=" + queue + "&qstatus=" + status
                                + "&abandoned=" + abandoned + "&wait_ms=" + waited + "&talk_ms=" + talked + "&vm="
                                + voicemail + "&cause=16"));
        gone(caller, 16);
        cel("LINKEDID_END", caller);
    }

    void tell(String recording, String part, Map<String, String> changes) {
        Recording recorded = Recording.of(recording);
        Map<String, String> all = new HashMap<>(changes);
        all.put("BridgeUniqueid", bridge);
        play(recorded, part, names(recorded), all);
    }

    private Cast names(Recording recorded) {
        Cast cast = cast(recorded)
                .whole("0661220001", script.number().orElse("<unknown>"))
                .whole("Caller", script.name().isEmpty() ? "<unknown>" : script.name());
        for (String language : new String[] {"fr", "ar"}) {
            cast.whole(language, script.language()).within("MW_LANG=" + language, "MW_LANG=" + script.language());
            cast.within("association-life-" + language, queue).within("funding-" + language, queue);
        }
        for (int i = 1; i < Math.min(legs.size(), recorded.channels().size()); i++) {
            String device = recorded.channels().get(i).replaceFirst("-[^-]*$", "");
            String extension = device.substring(device.indexOf('/') + 1);
            cast.within(device, legs.get(i).device())
                    .whole(extension, legs.get(i).extension());
            cast.whole(
                    extension.equals("1001") ? "Advisor One" : "Advisor Two",
                    legs.get(i).name());
        }
        return cast;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
