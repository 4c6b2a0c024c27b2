package ma.mowakaba.demo.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What the calls of one exchange share. */
final class Floor {

    final ExchangeSetup setup;
    final Queues queues = new Queues();
    final Journal journal;
    final RouteCall route;
    final Recorder recorder;
    final List<AmiSession> sessions = new CopyOnWriteArrayList<>();
    final List<Consumer<AmiMessage>> listeners = new CopyOnWriteArrayList<>();
    final Map<String, LiveCall> calls = new ConcurrentHashMap<>();
    private final AtomicLong channels = new AtomicLong();
    private final AtomicLong uniqueids = new AtomicLong();

    Floor(ExchangeSetup setup) {
        this.setup = setup;
        this.journal = new Journal(setup);
        this.recorder = new Recorder(setup.recordings());
        this.route = new RouteCall(setup.sharedSecret());
    }

    Duration real(Duration life) {
        return Duration.ofNanos((long) (life.toNanos() / setup.pace()));
    }

    String uniqueid() {
        return "%s-%d.%d"
                .formatted(setup.system(), setup.clock().instant().getEpochSecond(), uniqueids.getAndIncrement());
    }

    String channel(String device) {
        return "%s-%08x".formatted(device, channels.getAndIncrement());
    }

    void say(AmiMessage event) {
        listeners.forEach(listener -> listener.accept(event));
        String text = event.wire();
        sessions.forEach(session -> session.event(text));
    }

    /** Asterisk tells the state of a device once for every queue it is a member of. */
    void tellMembers(String device) {
        queues.memberships(device)
                .forEach(member -> say(AmiMessage.of("Event", "QueueMemberStatus", "Privilege", "agent,all")
                        .with("Queue", member.queue)
                        .with("MemberName", member.name)
                        .with("Interface", member.device)
                        .with("StateInterface", member.device)
                        .with("Membership", "dynamic")
                        .with("Penalty", String.valueOf(member.penalty))
                        .with("Status", String.valueOf(queues.state(device)))
                        .with("Paused", member.paused ? "1" : "0")
                        .with("PausedReason", member.reason)
                        .with("Ringinuse", "0")));
    }

    void start(LiveCall call) {
        calls.put(call.linkedid, call);
        Thread.ofVirtual().name("call-" + call.linkedid).start(() -> {
            try {
                call.run();
            } finally {
                calls.remove(call.linkedid);
            }
        });
    }
}
