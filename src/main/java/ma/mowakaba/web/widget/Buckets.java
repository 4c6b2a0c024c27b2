package ma.mowakaba.web.widget;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import ma.mowakaba.kernel.Problem;

/** So many a minute for each key; the keys least used are forgotten. */
final class Buckets {

    private static final int REMEMBERED = 10_000;

    private final int perMinute;
    private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    });

    Buckets(int perMinute) {
        this.perMinute = perMinute;
    }

    /** @throws Problem TOO_MANY {@code chat.too-many} */
    void take(String key) {
        if (!buckets.computeIfAbsent(key, ignored -> full()).tryConsume(1)) {
            throw Problem.of(Problem.Kind.TOO_MANY, "chat.too-many");
        }
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
