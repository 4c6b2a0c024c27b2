package ma.mowakaba.kb;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import ma.mowakaba.kernel.DomainCode;

/**
 * A text that was sorted wrongly, as far as it is kept, and where an advisor moved it.
 *
 * @param source the case
 * @param teacher who moved it last
 */
record Lesson(UUID source, Traits traits, DomainCode said, DomainCode meant, UUID teacher, Instant at) {

    /** The order in which they are learned, the same on every node. */
    static final Comparator<Lesson> IN_ORDER = Comparator.comparing(Lesson::at).thenComparing(Lesson::source);
}
