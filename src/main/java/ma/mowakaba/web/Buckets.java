package ma.mowakaba.web;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import ma.mowakaba.kernel.Problem;

/** So many a minute for each key; the keys least used are forgotten. */
public final class Buckets {

    private static final int REMEMBERED = 10_000;

    private final int perMinute;
    private final String refusal;
    private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** @param refusal subject of the {@link Problem} */
    public Buckets(int perMinute, String refusal) {
        this.perMinute = perMinute;
        this.refusal = refusal;
    }

    /** @throws Problem TOO_MANY with the subject of this limit */
    public void take(String key) {
        if (!tries(key)) {
            throw Problem.of(Problem.Kind.TOO_MANY, refusal);
        }
    }

    /** @return whether there was one left */
    public boolean tries(String key) {
        return buckets.computeIfAbsent(key, ignored -> full()).tryConsume(1);
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(perMinute)
                        .refillGreedy(perMinute, Duration.ofMinutes(1))
                        .build())
                .build();
    }
}
