package ma.mowakaba.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ma.mowakaba.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionsTest {

    @Test
    void theCurrentVersionMayBeNamedAloneAmongOthersOrByAnAsterisk() {
        assertThat(Versions.meant("\"7\"", 7)).isEqualTo(7);
        assertThat(Versions.meant("\"6\", \"7\"", 7)).isEqualTo(7);
        assertThat(Versions.meant("*", 7)).isEqualTo(7);
    }

    @Test
    void anotherVersionAndAWeakTagAreStale() {
        assertThat(refusal("\"6\"")).isEqualTo(Problem.Kind.STALE);
        assertThat(refusal("W/\"7\"")).isEqualTo(Problem.Kind.STALE);
        assertThat(refusal("7")).isEqualTo(Problem.Kind.STALE);
    }

    @Test
    void aChangeWithoutAVersionIsNotMade() {
        assertThat(refusal(null)).isEqualTo(Problem.Kind.PRECONDITION_REQUIRED);
        assertThat(refusal(" ")).isEqualTo(Problem.Kind.PRECONDITION_REQUIRED);
    }

    private static Problem.Kind refusal(@Nullable String ifMatch) {
        Problem[] refused = new Problem[1];
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Versions.meant(ifMatch, 7))
                .satisfies(problem -> refused[0] = problem);
        return refused[0].kind();
    }
}
