package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import ma.mowakaba.demo.DemonstrationCenter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;

/** A center that is down when a text is due, on a database that is not. */
@Timeout(180)
class ScheduledThroughRestartIT {

    /** Longer than it takes to stop. */
    private static final Duration SOON = Duration.ofSeconds(10);
    /** Two rounds of looking for what is due. */
    private static final Duration TWO_ROUNDS = Duration.ofSeconds(11);

    private final Hands hands = Hands.fresh();

    @Test
    void aTextThatWasDueMeanwhileIsPublishedAfterTheRestartAndOnlyOnce() {
        try (ConfigurableApplicationContext before = center(true)) {
            schedule(before.getBean(Editing.class), before.getBean(Approval.class));
            assertThat(published(before)).isZero();
        }
        try (ConfigurableApplicationContext after = center(false)) {
            await().atMost(Duration.ofSeconds(40)).until(() -> published(after) == 1);
            await().during(TWO_ROUNDS)
                    .atMost(TWO_ROUNDS.multipliedBy(2))
                    .until(() -> publications(after).equals(List.of("1")));
        }
    }

    private void schedule(Editing editing, Approval approval) {
        Draft draft = editing.open(hands.french(), Hands.saying("Nocturlabe"), hands.writer());
        editing.keep(draft.key(), draft.revision(), Hands.saying("Nocturlabe de nuit"), hands.writer());
        approval.submit(draft.key(), editing.get(draft.key()).revision(), false, hands.writer());
        approval.schedule(
                draft.key(),
                editing.get(draft.key()).revision(),
                Clock.systemUTC().instant().plus(SOON),
                hands.reviewer());
    }

    private int published(ConfigurableApplicationContext center) {
        return center.getBean(ArticleStock.class).of(hands.french().slug()).published();
    }

    /** @return the numbers of the versions that the history tells were published */
    private List<String> publications(ConfigurableApplicationContext center) {
        return center.getBean(ArticleStock.class).events(hands.french().slug()).stream()
                .filter(event -> event.what() == ArticleEvent.What.PUBLISHED)
                .map(ArticleEvent::note)
                .toList();
    }

    private static ConfigurableApplicationContext center(boolean fresh) {
        return DemonstrationCenter.quiet(
                "--mowakaba.demo.database.home=target/scheduled-restart/mariadb",
                "--mowakaba.demo.database.fresh=" + fresh,
                "--mowakaba.demo.home=target/scheduled-restart");
    }
}
