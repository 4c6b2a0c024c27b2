package ma.mowakaba;

import java.util.concurrent.atomic.AtomicInteger;

/** What no other test of the run has: a random number of few digits is somebody else's one time in some. */
public final class Fresh {

    private static final int FIRST = 300_000;
    private static final AtomicInteger DRAWN = new AtomicInteger(FIRST);

    private Fresh() {}

    /** @return six digits, the first of them this one */
    public static String extension(int first) {
        return String.valueOf(first) + (10_000 + DRAWN.incrementAndGet() - FIRST);
    }

    /** @return of a mobile telephone, as it is dialled in the country; none of the demonstration's */
    public static String mobile() {
        return "0661" + DRAWN.incrementAndGet();
    }
}
