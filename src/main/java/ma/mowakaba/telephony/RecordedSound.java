package ma.mowakaba.telephony;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a file of MixMonitor sounds like: 16 bit, mono, 8 kHz. Length is taken from the file, not from its header, which a killed exchange
 * leaves at nothing.
 *
 * @param peaks loudness over the time, 0 to 100
 */
record RecordedSound(Duration length, byte[] peaks) {

    /** Without a sample: what MixMonitor leaves where nobody talked, or of a process that was killed. */
    static final long HEADER = 44;

    static final int BARS = 120;
    private static final int SAMPLES_PER_SECOND = 8_000;
    private static final int BYTES_PER_SAMPLE = 2;
    private static final int LOUDEST = 100;

    static RecordedSound read(Path file) throws IOException {
        long samples = Math.max(0, Files.size(file) - HEADER) / BYTES_PER_SAMPLE;
        int[] loudest = new int[BARS];
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            in.skipNBytes(HEADER);
            for (long i = 0; i < samples; i++) {
                int bar = (int) (i * BARS / samples);
                loudest[bar] = Math.max(loudest[bar], Math.abs((int) Short.reverseBytes(in.readShort())));
            }
        }
        return new RecordedSound(Duration.ofMillis(samples * 1000 / SAMPLES_PER_SECOND), scaled(loudest));
    }

    /** @return whether its header agrees with its length: whoever wrote it has closed it */
    static boolean closed(Path file) throws IOException {
        byte[] start = new byte[(int) HEADER];
        try (InputStream in = Files.newInputStream(file)) {
            if (in.readNBytes(start, 0, start.length) < start.length) {
                return false;
            }
        }
        long said =
                (start[40] & 0xFFL) | (start[41] & 0xFFL) << 8 | (start[42] & 0xFFL) << 16 | (start[43] & 0xFFL) << 24;
        return said == Files.size(file) - HEADER;
    }

    /** As the ear has it, and as loud as its loudest: a quiet line is drawn too. */
    private static byte[] scaled(int[] loudest) {
        int top = 1;
        for (int peak : loudest) {
            top = Math.max(top, peak);
        }
        byte[] peaks = new byte[BARS];
        for (int i = 0; i < BARS; i++) {
            peaks[i] = (byte) Math.round(LOUDEST * Math.sqrt((double) loudest[i] / top));
        }
        return peaks;
    }
}
