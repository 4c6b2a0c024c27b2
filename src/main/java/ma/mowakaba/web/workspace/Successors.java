package ma.mowakaba.web.workspace;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Recipient;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;

/** Who could go on with a case, a chat or a call, with what he is doing now. */
@Component
class Successors {

    private static final String ADVISOR = "advisor:";
    private static final String DOMAIN = "domain:";

    private final Accounts accounts;
    private final PresenceBoard board;
    private final Router router;

    Successors(Accounts accounts, PresenceBoard board, Router router) {
        this.accounts = accounts;
        this.board = board;
        this.router = router;
    }

    /** The two halves of the choice. */
    record Choices(List<Words.Choice> colleagues, List<Words.Choice> domains) {}

    /** Anybody may be given a case; whoever is here comes first. */
    Choices ofCase(Advisor viewer, Words words) {
        return choices(colleagues(viewer), words.domains(), words);
    }

    /** A visitor is waiting: only colleagues who are here. */
    Choices ofChat(Advisor viewer, Words words) {
        return choices(here(viewer), words.domains(), words);
    }

    /** Only telephones that may ring now, and the domains their owners answer. */
    Choices ofCall(Advisor viewer, Language spoken, Words words) {
        List<Advisor> free = free(viewer);
        return choices(
                free,
                words.domains().stream()
                        .filter(domain ->
                                free.stream().anyMatch(one -> level(one, new DomainCode(domain.value()), spoken) > 0))
                        .toList(),
                words);
    }

    /** @return extensions that may ring now, with whose they are */
    List<Words.Choice> telephones(Advisor viewer, Words words) {
        return free(viewer).stream()
                .sorted(Comparator.comparing(Advisor::name))
                .map(one -> new Words.Choice(
                        one.extension().orElseThrow(),
                        one.name() + " · " + PresencePart.label(board.of(one.id()), words)))
                .toList();
    }

    /** @param to as chosen; INVALID {@code handover.nobody} for anything that was not offered */
    static Recipient recipient(String to) {
        if (to.startsWith(ADVISOR)) {
            return CaseViews.owner(to.substring(ADVISOR.length()))
                    .map(Recipient.Colleague::new)
                    .orElseThrow(Successors::nobody);
        }
        if (to.startsWith(DOMAIN)) {
            return new Recipient.Subject(new DomainCode(to.substring(DOMAIN.length())));
        }
        throw nobody();
    }

    /** @return the telephone to transfer to; CONFLICT {@code handover.busy} when nobody is free any more */
    String extension(Recipient to, Advisor viewer, Language spoken) {
        Optional<Advisor> found = switch (to) {
            case Recipient.Colleague colleague ->
                free(viewer).stream()
                        .filter(one -> one.id().equals(colleague.id()))
                        .findFirst();
            case Recipient.Subject subject ->
                free(viewer).stream()
                        .filter(one -> level(one, subject.domain(), spoken) > 0)
                        .max(Comparator.comparingInt(one -> level(one, subject.domain(), spoken)));
        };
        return found.flatMap(Advisor::extension).orElseThrow(() -> Problem.conflict("handover.busy"));
    }

    private Choices choices(List<Advisor> people, List<Words.Choice> domains, Words words) {
        Map<StaffId, Presence> present = board.present();
        return new Choices(
                people.stream()
                        .sorted(Comparator.comparing((Advisor one) -> !present.containsKey(one.id()))
                                .thenComparing(Advisor::name))
                        .map(one -> new Words.Choice(
                                ADVISOR + one.id(), one.name() + " · " + PresencePart.label(board.of(one.id()), words)))
                        .toList(),
                domains.stream()
                        .map(domain -> new Words.Choice(DOMAIN + domain.value(), domain.label()))
                        .toList());
    }

    private List<Advisor> colleagues(Advisor viewer) {
        return accounts.all().stream()
                .filter(one -> one.is(Role.ADVISOR) || one.is(Role.SUPERVISOR))
                .filter(one -> !one.id().equals(viewer.id()))
                .toList();
    }

    private List<Advisor> here(Advisor viewer) {
        Map<StaffId, Presence> present = board.present();
        return colleagues(viewer).stream()
                .filter(one -> one.is(Role.ADVISOR) && present.containsKey(one.id()))
                .toList();
    }

    private List<Advisor> free(Advisor viewer) {
        List<Advisor> here = here(viewer);
        Set<StaffId> ringable = router.ringable(here.stream().map(Advisor::id).toList());
        return here.stream()
                .filter(one -> one.extension().isPresent() && ringable.contains(one.id()))
                .toList();
    }

    private static int level(Advisor advisor, DomainCode domain, Language spoken) {
        return advisor.skills().stream()
                .filter(skill -> skill.domain().equals(domain) && skill.language() == spoken)
                .mapToInt(skill -> skill.level())
                .max()
                .orElse(0);
    }

    private static Problem nobody() {
        return Problem.invalid("handover.nobody");
    }
}
