package ma.mowakaba.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CenterTest
class ForcedPausesCenterTest {

    @Autowired
    private ForcedPauses pauses;

    @Autowired
    private PresenceBoard board;

    @Autowired
    private Accounts accounts;

    private StaffId advisor = new StaffId(UUID.randomUUID());
    private final StaffId supervisor = new StaffId(UUID.randomUUID());

    @BeforeEach
    void begin() {
        String name = "p" + advisor.value().toString().substring(0, 8);
        advisor = accounts.create(
                new Advisor(
                        advisor,
                        name,
                        "Paused " + name,
                        Language.FR,
                        Set.of(Role.ADVISOR),
                        Optional.empty(),
                        Set.of(),
                        Capacity.USUAL),
                "a long enough password 7!");
    }

    @Test
    void aForcedPauseIsKeptWithWhoAndWhyUntilHeIsBack() {
        board.available(advisor);
        pauses.pause(advisor, supervisor, "meeting");
        Presence paused = board.of(advisor);
        assertThat(paused.state()).isEqualTo(Presence.State.PAUSED);
        ForcedPauses.Forced forced = pauses.current(advisor).orElseThrow();
        assertThat(forced.supervisor()).isEqualTo(supervisor);
        assertThat(forced.reason()).isEqualTo("meeting");
        assertThat(forced.at()).isEqualTo(paused.since());

        board.available(advisor);
        assertThat(pauses.current(advisor)).isEmpty();
        assertThat(pauses.recent())
                .filteredOn(one -> one.advisor().equals(advisor))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.until()).contains(board.of(advisor).since()));
        board.offline(advisor);
    }

    @Test
    void whoeverPausesAlreadyStaysAsHeIsAndWhoeverIsNotHereCannotBePaused() {
        assertThatThrownBy(() -> pauses.pause(advisor, supervisor, "meal"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("supervision.not-here");
        board.available(advisor);
        board.pause(advisor, "prayer");
        pauses.pause(advisor, supervisor, "meal");
        assertThat(board.of(advisor).reason()).contains("prayer");
        assertThat(pauses.current(advisor)).isEmpty();
        board.offline(advisor);
    }
}
