package ma.mowakaba.launch;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Something that whoever starts the center has to put right; its message is the one sentence he reads. */
public final class CannotStart extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence) {
        this(sentence, null);
    }

    public CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
