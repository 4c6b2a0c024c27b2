package ma.mowakaba.kernel;

import java.util.stream.Stream;

/** What is behind a failure. */
public final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    /** @return the failure itself, then its cause, and so on; not more than twenty, since some name each other */
    public static Stream<Throwable> of(Throwable e) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
