package ma.mowakaba.radar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import ma.mowakaba.kb.Gist;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.Problem;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What one node does every few minutes: asks what new cases ask, sorts new questions into needs, counts the work, forgets the old. */
@Component
class Round {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final Library library;
    private final Questions questions;
    private final Needs needs;
    private final CaseQuestions cases;
    private final Looking looking;

    Round(Library library, Questions questions, Needs needs, CaseQuestions cases, Looking looking) {
        this.library = library;
        this.questions = questions;
        this.needs = needs;
        this.cases = cases;
        this.looking = looking;
    }

    /** A question with what it is about. */
    private record Read(Questions.Stored question, Gist gist) {}

    @Scheduled(fixedDelayString = "${mowakaba.radar.every:15m}", initialDelayString = "${mowakaba.radar.every:15m}")
    @SchedulerLock(name = "gap-radar")
    void run() {
        try {
            looking.atNewCases();
        } catch (Problem away) {
            LOG.warn("the search is away; new cases are looked at the next time");
        }
        questions.forgetOld();
        if (questions.anyUnsorted()) {
            sort();
        }
        cases.work(questions.casesSince(cases.stillWorkedOn(questions.today()))).forEach(questions::worked);
    }

    /** Words are taken apart anew each time, so that a new line of the glossary brings old needs together, too. */
    private void sort() {
        Clusters clusters = new Clusters();
        List<Read> all = questions.all().stream()
                .map(question -> new Read(question, library.gist(question.text())))
                .toList();
        all.forEach(one -> one.question.need().ifPresent(need -> clusters.put(need, one.gist)));
        Map<UUID, UUID> needOf = new TreeMap<>();
        Set<UUID> asked = new HashSet<>();
        for (Read one : all) {
            UUID need = one.question.need().orElseGet(() -> clusters.sort(one.question.id(), one.gist));
            needOf.put(one.question.id(), need);
            if (one.question.need().isEmpty()) {
                questions.sort(one.question.id(), need);
                asked.add(need);
            }
        }
        Map<UUID, UUID> merged = clusters.merged(needs::untouched);
        merged.forEach(questions::moveAll);
        keep(all, needOf, merged, asked);
        LOG.info(
                "{} questions in {} needs",
                all.size(),
                Set.copyOf(needOf.values()).size() - merged.size());
    }

    private void keep(List<Read> all, Map<UUID, UUID> needOf, Map<UUID, UUID> merged, Set<UUID> asked) {
        Map<UUID, List<Read>> byNeed = new TreeMap<>();
        all.forEach(one -> byNeed.computeIfAbsent(
                        last(needOf.getOrDefault(one.question.id(), one.question.id()), merged),
                        first -> new ArrayList<>())
                .add(one));
        byNeed.forEach((need, its) -> {
            int middle = Clusters.middle(its.stream().map(Read::gist).toList());
            boolean again = asked.stream().anyMatch(id -> last(id, merged).equals(need));
            needs.keep(need, its.get(middle).question.text(), again);
        });
        needs.removeEmpty();
    }

    private static UUID last(UUID need, Map<UUID, UUID> merged) {
        UUID at = need;
        while (merged.containsKey(at)) {
            at = Optional.ofNullable(merged.get(at)).orElse(at);
        }
        return at;
    }
}
