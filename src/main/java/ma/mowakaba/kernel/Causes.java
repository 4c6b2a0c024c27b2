package ma.mowakaba.kernel;

import java.util.Optional;
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

    /** @return the nearest of this kind, the failure itself included */
    public static <T extends Throwable> Optional<T> first(Throwable e, Class<T> kind) {
        return of(e).filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** @return where it began */
    public static Throwable root(Throwable e) {
        return of(e).reduce(e, (nearer, deeper) -> deeper);
    }
}
