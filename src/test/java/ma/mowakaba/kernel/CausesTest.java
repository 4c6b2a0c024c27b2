package ma.mowakaba.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CausesTest {

    private final IOException cut = new IOException("cut");
    private final IllegalStateException failure = new IllegalStateException("failed", new RuntimeException(cut));

    @Test
    void theNearestOfAKindIsFoundHoweverDeepItIs() {
        assertThat(Causes.first(failure, IOException.class)).containsSame(cut);
        assertThat(Causes.first(failure, RuntimeException.class)).containsSame(failure);
        assertThat(Causes.first(failure, InterruptedException.class)).isEmpty();
    }

    @Test
    void theRootIsWhereItBegan() {
        assertThat(Causes.root(failure)).isSameAs(cut);
        assertThat(Causes.root(cut)).isSameAs(cut);
    }

    @Test
    void causesThatNameEachOtherComeToAnEnd() {
        cut.initCause(failure);
        assertThat(Causes.of(failure)).hasSize(20);
    }
}
