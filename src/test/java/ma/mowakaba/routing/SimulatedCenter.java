package ma.mowakaba.routing;

import static ma.mowakaba.routing.RoutingFixtures.AGEING;
import static ma.mowakaba.routing.RoutingFixtures.DRAIN_AFTER;
import static ma.mowakaba.routing.RoutingFixtures.FUNDING;
import static ma.mowakaba.routing.RoutingFixtures.TRAINING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.routing.Desk.Load;
import ma.mowakaba.routing.Match.Move;
import ma.mowakaba.routing.Match.Situation;
import ma.mowakaba.staff.Capacity;
import ma.mowakaba.staff.Skill;
import ma.mowakaba.staff.StaffId;

/** A center in memory, driven by a seed: it applies what the decisions want and checks after each that nothing promised is broken. */
final class SimulatedCenter {

    private static final List<DomainCode> DOMAINS = List.of(FUNDING, TRAINING, DomainCode.GENERAL);
    private static final List<Language> LANGUAGES = List.of(Language.AR, Language.FR);
    private static final RoutingSettings.HeadStart HEAD_START = new RoutingSettings.HeadStart(
            Duration.ZERO, Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(2));

    private final long seed;
    private final Random random;
    private final Map<ContactId, InLine> waiting = new LinkedHashMap<>();
    private final Map<ContactId, Taken> taken = new LinkedHashMap<>();
    private final List<Colleague> colleagues = new ArrayList<>();
    private Instant now = RoutingFixtures.NOW;
    private int contacts;

    private record Taken(StaffId advisor, Channel channel) {}

    private static final class Colleague {
        final StaffId id;
        final Set<Skill> skills;
        final Capacity capacity;
        boolean available = true;
        Instant idleSince;
        Optional<ContactId> keptFor = Optional.empty();
        Instant keptUntil = Instant.EPOCH;

        Colleague(StaffId id, Set<Skill> skills, Capacity capacity, Instant idleSince) {
            this.id = id;
            this.skills = skills;
            this.capacity = capacity;
            this.idleSince = idleSince;
        }
    }

    SimulatedCenter(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        for (int number = 0; number < 6; number++) {
            colleagues.add(colleague(number));
        }
    }

    private Colleague colleague(int number) {
        Map<String, Skill> skills = new HashMap<>();
        // Somebody answers everything, so that the last of them is served in the end.
        boolean all = number == 0;
        for (int n = 0; n < (all ? 6 : 1 + random.nextInt(4)); n++) {
            DomainCode domain = all ? DOMAINS.get(n % 3) : pick(DOMAINS);
            Language language = all ? LANGUAGES.get(n / 3) : pick(LANGUAGES);
            skills.put(domain + language.code(), new Skill(domain, language, 1 + random.nextInt(3)));
        }
        Capacity capacity = new Capacity(all ? 2 : random.nextInt(4), all ? 4 : random.nextInt(9));
        return new Colleague(RoutingFixtures.advisor(number), Set.copyOf(skills.values()), capacity, now);
    }

    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            step();
        }
    }

    void step() {
        now = now.plusSeconds(random.nextInt(6));
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> arrive();
            case 4, 5 -> finish();
            case 6 -> change(pick(colleagues));
            case 7 -> ring();
            case 8 -> leave();
            default -> {}
        }
        decide();
    }

    /** Everybody comes and works, nobody new arrives. */
    void drain() {
        colleagues.forEach(colleague -> colleague.available = true);
        for (int step = 0; step < 20_000 && !waiting.isEmpty(); step++) {
            now = now.plusSeconds(5);
            finish();
            ring();
            decide();
        }
    }

    Set<ContactId> waiting() {
        return waiting.keySet();
    }

    private void arrive() {
        Channel channel = pick(List.of(Channel.values()));
        Instant since = now.minusSeconds(random.nextInt(60));
        Optional<StaffId> preferred = random.nextInt(4) == 0 ? Optional.of(pick(colleagues).id) : Optional.empty();
        InLine contact = new InLine(
                RoutingFixtures.contact(contacts++),
                channel,
                pick(DOMAINS),
                pick(LANGUAGES),
                since,
                HeadStarts.rank(since, pick(List.of(Priority.values())), HEAD_START),
                preferred,
                Optional.empty());
        waiting.put(contact.contact(), contact);
    }

    private void finish() {
        if (!taken.isEmpty()) {
            ContactId done = pick(List.copyOf(taken.keySet()));
            of(taken.remove(done).advisor()).idleSince = now;
        }
    }

    private void change(Colleague colleague) {
        colleague.available = !colleague.available;
        colleague.idleSince = now;
    }

    private void leave() {
        if (!waiting.isEmpty()) {
            waiting.remove(pick(List.copyOf(waiting.keySet())));
        }
    }

    /** The exchange rings somebody who is kept free; sometimes nobody hears it. */
    private void ring() {
        for (Colleague colleague : colleagues) {
            colleague.keptFor.filter(waiting::containsKey).ifPresent(call -> {
                if (colleague.available
                        && load(colleague.id).calls() == 0
                        && load(colleague.id).chats() == 0) {
                    if (random.nextInt(3) > 0) {
                        take(waiting.get(call), colleague.id);
                    }
                }
            });
        }
    }

    List<Move> moves(boolean shuffled) {
        return Match.decide(situation(shuffled), AGEING, DRAIN_AFTER);
    }

    private void decide() {
        Situation before = situation(false);
        List<Move> moves = Match.decide(before, AGEING, DRAIN_AFTER);
        for (Move move : moves) {
            switch (move) {
                case Move.Give give -> take(give.contact(), give.advisor());
                case Move.Keep keep -> {
                    of(keep.advisor()).keptFor = Optional.of(keep.contact().contact());
                    of(keep.advisor()).keptUntil = now.plusSeconds(15);
                }
            }
        }
        checkCapacity();
        checkOvertaking(before, moves);
        checkNobodyWaitsForAFreeAdvisor();
        assertThat(moves(false))
                .as("a second decision has nothing to do, seed %s", seed)
                .isEmpty();
    }

    private void take(InLine contact, StaffId advisor) {
        assertThat(waiting.remove(contact.contact()))
                .as("given once, seed %s", seed)
                .isNotNull();
        taken.put(contact.contact(), new Taken(advisor, contact.channel()));
        of(advisor).idleSince = now;
    }

    private void checkCapacity() {
        for (Colleague colleague : colleagues) {
            Load load = load(colleague.id);
            assertThat(load.calls()).as("seed %s", seed).isLessThanOrEqualTo(1);
            assertThat(load.chats()).as("seed %s", seed).isLessThanOrEqualTo(colleague.capacity.chats());
            assertThat(load.mails()).as("seed %s", seed).isLessThanOrEqualTo(colleague.capacity.mails());
            assertThat(load.calls() == 1 && load.chats() > 0)
                    .as("seed %s", seed)
                    .isFalse();
        }
    }

    /** Whoever is given something took nobody's place who stood before it and could have had the same advisor. */
    private void checkOvertaking(Situation before, List<Move> moves) {
        for (Move move : moves) {
            for (InLine other : waiting.values()) {
                boolean same = other.channel() == move.contact().channel();
                if (same && InLine.ORDER_OF_SERVICE.compare(other, move.contact()) < 0 && notProvided(other)) {
                    assertThat(fits(other, move.advisor(), before))
                            .as("seed %s", seed)
                            .isFalse();
                }
            }
        }
    }

    private void checkNobodyWaitsForAFreeAdvisor() {
        Situation after = situation(false);
        Set<StaffId> kept = after.desks().stream()
                .filter(desk -> desk.keptFor().isPresent())
                .map(Desk::advisor)
                .collect(Collectors.toSet());
        boolean longCall = waiting.values().stream()
                .anyMatch(contact ->
                        contact.call() && !now.isBefore(contact.since().plus(DRAIN_AFTER)));
        for (InLine contact : waiting.values()) {
            boolean mayBeHeldUp = contact.channel() == Channel.CHAT && longCall;
            for (Desk desk : after.desks()) {
                boolean free = desk.room(contact.channel()) && !kept.contains(desk.advisor());
                if (free && !mayBeHeldUp && notProvided(contact)) {
                    assertThat(fits(contact, desk.advisor(), after))
                            .as("%s waits, seed %s", contact, seed)
                            .isFalse();
                }
            }
        }
    }

    private boolean notProvided(InLine contact) {
        return situation(false).desks().stream()
                .noneMatch(
                        desk -> desk.keptFor().filter(contact.contact()::equals).isPresent());
    }

    private static boolean fits(InLine contact, StaffId advisor, Situation situation) {
        int best = situation.staff().best(contact.domain(), contact.language());
        return situation.desks().stream()
                .filter(desk -> desk.advisor().equals(advisor))
                .anyMatch(desk -> Fit.of(advisor, desk.skills(), contact, AGEING.demand(contact, best, situation.now()))
                        .isPresent());
    }

    private Situation situation(boolean shuffled) {
        List<InLine> line = new ArrayList<>(waiting.values());
        List<Desk> desks = colleagues.stream()
                .filter(colleague -> colleague.available)
                .map(this::desk)
                .collect(Collectors.toCollection(ArrayList::new));
        if (shuffled) {
            Collections.shuffle(line, random);
            Collections.shuffle(desks, random);
        }
        return new Situation(
                now,
                line,
                desks,
                StaffPresent.of(desks.stream().map(Desk::skills).toList()));
    }

    private Desk desk(Colleague colleague) {
        Optional<ContactId> open = colleague.keptFor.filter(waiting::containsKey);
        boolean silent = open.isPresent()
                && !now.isBefore(colleague.keptUntil)
                && now.isBefore(colleague.keptUntil.plusSeconds(60));
        return new Desk(
                colleague.id,
                colleague.skills,
                colleague.capacity,
                !silent,
                load(colleague.id),
                colleague.idleSince,
                open.filter(call -> now.isBefore(colleague.keptUntil)));
    }

    private Load load(StaffId advisor) {
        return taken.values().stream()
                .filter(one -> one.advisor().equals(advisor))
                .map(Taken::channel)
                .reduce(Load.NONE, Load::plus, (one, other) -> one);
    }

    private Colleague of(StaffId advisor) {
        return colleagues.stream()
                .filter(colleague -> colleague.id.equals(advisor))
                .findFirst()
                .orElseThrow();
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
