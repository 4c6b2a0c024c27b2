package ma.mowakaba.kb;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Door to what became of the addresses that articles name. They are asked in the background, and only at hosts an operator allows. */
public interface LinkWatch {

    /** @return whether any address is ever asked */
    boolean on();

    /** @return every address of the text, in its order */
    List<Link> of(Manuscript text);

    /** @return of what readers see, how many addresses of each text are gone or silent; texts without such are left out */
    Map<ArticleKey, Long> broken();

    /** @param movedTo empty unless moved */
    record Link(String address, Result result, String movedTo, Optional<Instant> checkedAt) {}

    /** {@code SILENT}: no answer or a failure, which may be over tomorrow; {@code GONE}: the server says that it is not there. */
    enum Result {
        OK,
        MOVED,
        GONE,
        SILENT,
        UNCHECKED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean broken() {
            return this == GONE || this == SILENT;
        }
    }
}
