package ma.mowakaba.demo.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records as MixMonitor does: a header when it begins, sound when it ends, silence while it was muted. Nobody speaks: it hums. */
final class Recorder {

    private static final int RATE = 8_000;
    private static final int HEADER = 44;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Path folder;
    private final Map<String, List<Mute>> mutes = new ConcurrentHashMap<>();

    private record Mute(Instant at, boolean silent) {}

    Recorder(Path folder) {
        this.folder = folder;
    }

    void begin(String linkedid) {
        mutes.put(linkedid, new CopyOnWriteArrayList<>());
        write(linkedid, header(0));
    }

    /** @return whether the call is recorded */
    boolean mute(String linkedid, boolean silent, Instant at) {
        List<Mute> its = mutes.get(linkedid);
        return its != null && its.add(new Mute(at, silent));
    }

    /** @param life how long they talked in the life of the people, whatever the pace */
    void end(String linkedid, Instant from, Instant until, Duration life) {
        List<Mute> its = mutes.remove(linkedid);
        if (its == null) {
            return;
        }
        int samples = (int) (Math.min(LONGEST.toMillis(), life.toMillis()) * RATE / 1000);
        ByteBuffer sound = header(samples);
        double nanos = Math.max(1, Duration.between(from, until).toNanos());
        for (int i = 0; i < samples; i++) {
            Instant at = from.plusNanos((long) (nanos * i / samples));
            sound.putShort(silent(its, at) ? (short) 0 : hum(i));
        }
        write(linkedid, sound);
    }

    private static boolean silent(List<Mute> mutes, Instant at) {
        boolean silent = false;
        for (Mute mute : mutes) {
            if (!mute.at().isAfter(at)) {
                silent = mute.silent();
            }
        }
        return silent;
    }

    /** Two voices in turn, with breaths between. */
    private static short hum(int i) {
        double seconds = (double) i / RATE;
        double turn = Math.abs(Math.sin(seconds * 0.9)) * Math.abs(Math.sin(seconds * 7.3));
        double pitch = Math.sin(seconds * 0.45) > 0 ? 140 : 210;
        return (short) (9_000 * turn * Math.sin(2 * Math.PI * pitch * seconds));
    }

    private static ByteBuffer header(int samples) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + samples * 2);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1);
        out.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
        return out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples * 2);
    }

    private void write(String linkedid, ByteBuffer sound) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(linkedid + ".wav"), sound.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
