package ma.mowakaba.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.routing.Desk.Load;
import ma.mowakaba.staff.Capacity;
import ma.mowakaba.staff.Skill;
import ma.mowakaba.staff.StaffId;

/** Desks and contacts for tests of the decisions. */
final class RoutingFixtures {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final DomainCode FUNDING = new DomainCode("funding");
    static final DomainCode TRAINING = new DomainCode("training");
    static final Duration DRAIN_AFTER = Duration.ofSeconds(30);
    static final Ageing AGEING = new Ageing(
            new Ageing.Steps(seconds(10), seconds(20), seconds(60), seconds(120)),
            new Ageing.Steps(seconds(60), seconds(120), seconds(900), seconds(1800)));

    private RoutingFixtures() {}

    static StaffId advisor(int number) {
        return new StaffId(new UUID(1, number));
    }

    static ContactId contact(int number) {
        return new ContactId(new UUID(2, number));
    }

    static Skill skill(DomainCode domain, Language language, int level) {
        return new Skill(domain, language, level);
    }

    /** Idle for as many seconds as his number, empty desk, usual capacity, with a phone. */
    static Desk desk(int number, Skill... skills) {
        return new Desk(
                advisor(number),
                Set.of(skills),
                Capacity.USUAL,
                true,
                Load.NONE,
                NOW.minusSeconds(number),
                Optional.empty());
    }

    static Desk with(Desk desk, Load load) {
        return new Desk(
                desk.advisor(), desk.skills(), desk.capacity(), desk.phone(), load, desk.idleSince(), desk.keptFor());
    }

    /** About funding in French. */
    static InLine waits(int number, Channel channel, long secondsAgo) {
        return waits(number, channel, FUNDING, Language.FR, secondsAgo);
    }

    static InLine waits(int number, Channel channel, DomainCode domain, Language language, long secondsAgo) {
        Instant since = NOW.minusSeconds(secondsAgo);
        return new InLine(contact(number), channel, domain, language, since, since, Optional.empty(), Optional.empty());
    }

    static InLine preferring(InLine contact, StaffId advisor) {
        return new InLine(
                contact.contact(),
                contact.channel(),
                contact.domain(),
                contact.language(),
                contact.since(),
                contact.rank(),
                Optional.of(advisor),
                contact.avoided());
    }

    static Match.Situation situation(List<InLine> line, Desk... desks) {
        Collection<Set<Skill>> skills = Stream.of(desks).map(Desk::skills).collect(Collectors.toList());
        return new Match.Situation(NOW, line, List.of(desks), StaffPresent.of(skills));
    }

    static List<Match.Move> decide(Match.Situation situation) {
        return Match.decide(situation, AGEING, DRAIN_AFTER);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
