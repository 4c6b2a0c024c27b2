package ma.mowakaba.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@CenterTest
class StaffCenterTest {

    private final StaffId id = new StaffId(UUID.randomUUID());
    private final String username = "t" + id.value().toString().substring(0, 13);

    @Autowired
    Accounts accounts;

    @Autowired
    PresenceBoard presence;

    @Autowired
    ApiTokens tokens;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void anAccountIsReadAsItWasWritten() {
        Advisor written = advisor(new Skill(DomainCode.GENERAL, Language.AR, 3));
        accounts.create(written, "correct horse battery");

        assertThat(accounts.get(id)).isEqualTo(written);
        assertThat(accounts.byUsername(username)).contains(written);
        assertThat(accounts.all()).contains(written);
        assertThat(accounts.passwordHash(username).orElseThrow()).startsWith("$argon2id$");
    }

    @Test
    void anAccountTakesOverNewSkillsAndLosesOldOnes() {
        accounts.create(advisor(new Skill(DomainCode.GENERAL, Language.AR, 3)), "correct horse battery");
        Advisor changed =
                advisor(new Skill(DomainCode.GENERAL, Language.AR, 1), new Skill(DomainCode.GENERAL, Language.FR, 2));
        accounts.update(changed);

        assertThat(accounts.get(id).skills()).isEqualTo(changed.skills());
    }

    @Test
    void aChangeIsSeenByWhoeverMakesItAndForgottenWhenItIsUndone() {
        Advisor before = advisor(new Skill(DomainCode.GENERAL, Language.AR, 3));
        Advisor changed = advisor(new Skill(DomainCode.GENERAL, Language.FR, 2));
        accounts.create(before, "correct horse battery");
        assertThat(accounts.get(id)).isEqualTo(before);

        transaction.executeWithoutResult(status -> {
            accounts.update(changed);
            assertThat(accounts.get(id)).isEqualTo(changed);
            status.setRollbackOnly();
        });
        assertThat(accounts.get(id)).isEqualTo(before);
    }

    @Test
    void aUserNameIsTakenOnce() {
        accounts.create(advisor(), "correct horse battery");
        Advisor other = new Advisor(
                new StaffId(UUID.randomUUID()),
                username,
                "B",
                Language.AR,
                Set.of(),
                Optional.empty(),
                Set.of(),
                Capacity.USUAL);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> accounts.create(other, "correct horse battery"))
                .satisfies(refusal -> assertThat(refusal.subject()).isEqualTo("staff.username-taken"));
    }

    @Test
    void aShortPasswordIsRefused() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> accounts.create(advisor(), "short"))
                .satisfies(refusal -> assertThat(refusal.subject()).isEqualTo("staff.password-weak"));
    }

    @Test
    void whoIsDisabledIsGoneAndOffline() {
        accounts.create(advisor(), "correct horse battery");
        presence.available(id);
        accounts.disable(id);

        assertThat(accounts.byUsername(username)).isEmpty();
        assertThat(accounts.passwordHash(username)).isEmpty();
        assertThat(presence.of(id).state()).isEqualTo(Presence.State.OFFLINE);
    }

    @Test
    void aCallLeavesAPauseUntouched() {
        presence.available(id);
        presence.pause(id, "prayer");
        presence.busy(id);
        presence.wrapUp(id);

        assertThat(presence.of(id).state()).isEqualTo(Presence.State.PAUSED);
        assertThat(presence.of(id).reason()).contains("prayer");
    }

    @Test
    void whoSaysTwiceThatHeIsAvailableHasBeenSinceTheFirstTime() {
        presence.available(id);
        Presence first = presence.of(id);
        presence.available(id);

        assertThat(presence.of(id)).isEqualTo(first);
        assertThat(presence.present()).containsEntry(id, first);
    }

    @Test
    void anUnknownReasonForAPauseIsRefused() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> presence.pause(id, "golf"))
                .satisfies(refusal -> assertThat(refusal.subject()).isEqualTo("presence.reason-unknown"));
    }

    @Test
    void aTokenOpensUntilItIsRevoked() {
        String token = tokens.issue("Portal", Set.of(ApiTokens.Scope.READ, ApiTokens.Scope.MAIL));
        ApiTokens.Client client = tokens.authenticate(token).orElseThrow();
        assertThat(client.scopes()).containsExactlyInAnyOrder(ApiTokens.Scope.READ, ApiTokens.Scope.MAIL);
        assertThat(tokens.all()).contains(client);

        tokens.revoke(client.id());
        tokens.revoke(client.id());

        assertThat(tokens.authenticate(token)).isEmpty();
        assertThat(tokens.all()).doesNotContain(client);
    }

    @Test
    void aForeignTokenOpensNothing() {
        assertThat(tokens.authenticate("")).isEmpty();
        assertThat(tokens.authenticate("mwk_" + "A".repeat(43))).isEmpty();
        assertThat(tokens.authenticate("x".repeat(100_000))).isEmpty();
    }

    private Advisor advisor(Skill... skills) {
        return new Advisor(
                id,
                username,
                "Aïcha Mansouri",
                Language.AR,
                Set.of(Role.ADVISOR, Role.EDITOR),
                Optional.empty(),
                Set.of(skills),
                new Capacity(2, 5));
    }
}
