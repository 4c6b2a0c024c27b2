package ma.mowakaba.demo.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A call while it lasts: its channels, what is said about it to the manager clients, and what is written into the journal. */
abstract class LiveCall implements Runnable {

    /** What somebody outside does to the call. */
    sealed interface Signal {
        record HangUp() implements Signal {}

        record Transfer(String extension) implements Signal {}

        /** Out of the queue he waits in, and into another one. */
        record Move(String queue) implements Signal {}
    }

    final Floor floor;
    final String linkedid;
    final List<Leg> legs = new ArrayList<>();
    final Map<String, String> variables = new ConcurrentHashMap<>();
    final String bridge = UUID.randomUUID().toString();
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private Instant last = Instant.EPOCH;

    LiveCall(Floor floor, String linkedid) {
        this.floor = floor;
        this.linkedid = linkedid;
    }

    void signal(Signal signal) {
        signals.add(signal);
    }

    /** @return what happened meanwhile, empty when the time just passed */
    Optional<Signal> pause(Duration life) {
        return pauseReal(floor.real(life));
    }

    Optional<Signal> pauseReal(Duration real) {
        try {
            return Optional.ofNullable(signals.poll(Math.max(0, real.toNanos()), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Signal.HangUp());
        }
    }

    /** Tells every client one part of a recording, with this call's names in it. */
    void play(Recording recording, String part, Cast cast, Map<String, String> changes) {
        List<AmiMessage> events = cast.play(recording.part(part), changes, stamp(now()));
        events.stream().filter(this::ours).forEach(floor::say);
    }

    /** An event about a channel of the recording that this call does not have is not told. */
    private boolean ours(AmiMessage event) {
        return List.of("Channel", "DestChannel").stream()
                .map(event::get)
                .filter(name -> !name.isEmpty())
                .allMatch(name -> legs.stream().anyMatch(leg -> leg.channel().equals(name)));
    }

    Cast cast(Recording recording) {
        Cast cast = new Cast();
        for (int i = 0; i < Math.min(legs.size(), recording.channels().size()); i++) {
            cast.within(recording.channels().get(i), legs.get(i).channel());
            cast.within(recording.uniqueids().get(i), legs.get(i).uniqueid());
        }
        return cast;
    }

    void device(String device, int state) {
        floor.queues.state(device, state);
        floor.tellMembers(device);
    }

    void cel(String type, Leg leg, String app, String peer, Object extra) {
        floor.journal.cel(type, leg, linkedid, new Journal.App(app, ""), peer, extra, now());
    }

    void app(String type, Leg leg, String name, String data) {
        floor.journal.cel(type, leg, linkedid, new Journal.App(name, data), "", "", now());
    }

    void cel(String type, Leg leg) {
        cel(type, leg, "", "", "");
    }

    void bridged(String type, Leg leg, String peer) {
        cel(type, leg, "Queue", peer, Map.of("bridge_id", bridge, "bridge_technology", "simple_bridge"));
    }

    void gone(Leg leg, int cause) {
        cel("HANGUP", leg, "", "", Map.of("hangupcause", cause, "hangupsource", "", "dialstatus", ""));
        cel("CHAN_END", leg);
    }

    /** @return this moment; never the same twice within a call */
    Instant now() {
        Instant now = floor.setup.clock().instant().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        return last;
    }

    static String stamp(Instant at) {
        return String.format(Locale.ROOT, "%d.%06d", at.getEpochSecond(), at.getNano() / 1000);
    }
}
