package ma.mowakaba.routing;

import static ma.mowakaba.kernel.Channel.CALL;
import static ma.mowakaba.kernel.Channel.CHAT;
import static ma.mowakaba.kernel.Channel.MAIL;
import static ma.mowakaba.kernel.Language.AR;
import static ma.mowakaba.kernel.Language.FR;
import static ma.mowakaba.routing.RoutingFixtures.FUNDING;
import static ma.mowakaba.routing.RoutingFixtures.TRAINING;
import static ma.mowakaba.routing.RoutingFixtures.advisor;
import static ma.mowakaba.routing.RoutingFixtures.contact;
import static ma.mowakaba.routing.RoutingFixtures.decide;
import static ma.mowakaba.routing.RoutingFixtures.desk;
import static ma.mowakaba.routing.RoutingFixtures.preferring;
import static ma.mowakaba.routing.RoutingFixtures.situation;
import static ma.mowakaba.routing.RoutingFixtures.skill;
import static ma.mowakaba.routing.RoutingFixtures.waits;
import static ma.mowakaba.routing.RoutingFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.routing.Desk.Load;
import ma.mowakaba.routing.Match.Move;
import ma.mowakaba.staff.Skill;
import org.junit.jupiter.api.Test;

class MatchTest {

    private static final Skill EXPERT = skill(FUNDING, FR, 3);
    private static final Skill GOOD = skill(FUNDING, FR, 2);
    private static final Skill BEGINNER = skill(FUNDING, FR, 1);

    @Test
    void theBestSkillGetsIt() {
        assertThat(given(decide(situation(List.of(waits(1, CHAT, 30)), desk(9, GOOD), desk(2, EXPERT)))))
                .containsExactly("contact 1 to 2: best-skill [funding, fr, 3, 2]");
    }

    @Test
    void amongEqualsTheOneWhoIsIdleLongestGetsIt() {
        assertThat(given(decide(
                        situation(List.of(waits(1, CHAT, 0)), desk(1, EXPERT), desk(5, EXPERT), desk(3, EXPERT)))))
                .containsExactly("contact 1 to 5: longest-idle [funding, fr, 3, 3]");
    }

    @Test
    void whoKnowsTheCaseGetsItBeforeTheExpert() {
        InLine known = preferring(waits(1, MAIL, 0), advisor(1));
        assertThat(given(decide(situation(List.of(known), desk(1), desk(2, EXPERT)))))
                .containsExactly("contact 1 to 1: knows-the-case [funding, fr, 0, 2]");
    }

    @Test
    void anExpertOnTheTelephoneIsWaitedForUntilTheWaitIsLong() {
        Desk onTheTelephone = with(desk(1, EXPERT), new Load(1, 0, 0));
        Desk free = desk(2, BEGINNER);

        assertThat(decide(situation(List.of(waits(1, CHAT, 5)), onTheTelephone, free)))
                .isEmpty();
        assertThat(given(decide(situation(List.of(waits(1, CHAT, 20)), onTheTelephone, free))))
                .containsExactly("contact 1 to 2: only-one [funding, fr, 1, 1]");
    }

    @Test
    void aLevelThatNobodyPresentHasIsNotWaitedFor() {
        assertThat(given(decide(situation(List.of(waits(1, CHAT, 0)), desk(1, BEGINNER)))))
                .containsExactly("contact 1 to 1: only-one [funding, fr, 1, 1]");
    }

    @Test
    void anotherLanguageAndThenTheGeneralDeskStandInAfterTheirWaits() {
        Desk arabic = desk(1, skill(FUNDING, AR, 2));
        Desk general = desk(2, skill(DomainCode.GENERAL, FR, 2));

        assertThat(decide(situation(List.of(waits(1, CHAT, 59)), arabic, general)))
                .isEmpty();
        assertThat(given(decide(situation(List.of(waits(1, CHAT, 60)), arabic, general))))
                .containsExactly("contact 1 to 1: other-language [funding, fr, 2, 1]");
        assertThat(decide(situation(List.of(waits(1, CHAT, 119)), general))).isEmpty();
        assertThat(given(decide(situation(List.of(waits(1, CHAT, 120)), general))))
                .containsExactly("contact 1 to 2: general [funding, fr, 2, 1]");
    }

    @Test
    void aStrangerToTheSubjectNeverGetsIt() {
        assertThat(decide(situation(List.of(waits(1, CHAT, 100_000)), desk(1, skill(TRAINING, AR, 3)))))
                .isEmpty();
    }

    @Test
    void theOldestOverAllChannelsIsServedFirst() {
        Desk lastRoom = with(desk(1, EXPERT), new Load(0, 2, 7));
        assertThat(given(decide(
                        situation(List.of(waits(1, CHAT, 10), waits(2, MAIL, 300), waits(3, MAIL, 200)), lastRoom))))
                .containsExactly(
                        "contact 2 to 1: only-one [funding, fr, 3, 1]", "contact 1 to 1: only-one [funding, fr, 3, 1]");
    }

    @Test
    void nobodyGetsMoreThanHisCapacity() {
        List<InLine> mails =
                IntStream.range(0, 20).mapToObj(n -> waits(n, MAIL, 200)).toList();
        List<InLine> chats =
                IntStream.range(20, 40).mapToObj(n -> waits(n, CHAT, 100)).toList();
        List<InLine> line = Stream.concat(mails.stream(), chats.stream()).toList();

        assertThat(decide(situation(line, desk(1, EXPERT)))).hasSize(3 + 8);
    }

    @Test
    void aCallKeepsTheBestAdvisorFreeAndHeGetsNoChat() {
        List<Move> moves = decide(situation(List.of(waits(1, CALL, 20), waits(2, CHAT, 10)), desk(1, EXPERT)));

        assertThat(moves).containsExactly(new Move.Keep(waits(1, CALL, 20), advisor(1)));
    }

    @Test
    void whoIsKeptFreeForACallIsNotKeptTwice() {
        Desk kept = new Desk(
                advisor(1),
                desk(1, EXPERT).skills(),
                desk(1).capacity(),
                true,
                Load.NONE,
                RoutingFixtures.NOW,
                Optional.of(contact(1)));

        assertThat(decide(situation(List.of(waits(1, CALL, 20), waits(2, CALL, 10), waits(3, MAIL, 300)), kept)))
                .isEmpty();
    }

    @Test
    void anOlderChatIsServedBeforeTheCall() {
        List<Move> moves = decide(situation(List.of(waits(1, CALL, 5), waits(2, CHAT, 25)), desk(1, EXPERT)));

        assertThat(given(moves)).containsExactly("contact 2 to 1: only-one [funding, fr, 3, 1]");
    }

    @Test
    void whoHasChatsGetsNoNewOnesWhenACallHasWaitedLong() {
        Desk chatting = with(desk(1, EXPERT), new Load(0, 1, 0));

        assertThat(decide(situation(List.of(waits(1, CALL, 30), waits(2, CHAT, 10)), chatting)))
                .isEmpty();
        assertThat(given(decide(situation(List.of(waits(1, CALL, 29), waits(2, CHAT, 10)), chatting))))
                .hasSize(1);
    }

    @Test
    void whoIsOnTheTelephoneGetsNothing() {
        Desk talking = with(desk(1, EXPERT), new Load(1, 0, 0));

        assertThat(decide(situation(List.of(waits(1, CALL, 60), waits(2, CHAT, 60), waits(3, MAIL, 600)), talking)))
                .isEmpty();
    }

    private static List<String> given(List<Move> moves) {
        return moves.stream()
                .filter(Move.Give.class::isInstance)
                .map(Move.Give.class::cast)
                .map(give -> "contact %d to %d: %s %s"
                        .formatted(
                                give.contact().contact().value().getLeastSignificantBits(),
                                give.advisor().value().getLeastSignificantBits(),
                                give.reason().key(),
                                give.reason().arguments()))
                .toList();
    }
}
