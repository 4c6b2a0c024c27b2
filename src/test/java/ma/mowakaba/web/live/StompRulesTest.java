package ma.mowakaba.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.mowakaba.chat.ChatId;
import ma.mowakaba.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

class StompRulesTest {

    private static final ChatId OWN = new ChatId(UUID.fromString("01900000-0000-7000-8000-000000000001"));
    private static final ChatId OTHER = new ChatId(UUID.fromString("01900000-0000-7000-8000-000000000002"));

    /** Written by hand, so that a change of the rules is seen: everybody who may; whoever is not named may not. */
    private static final Map<String, Set<String>> MAY = Map.ofEntries(
            Map.entry("SUBSCRIBE /topic/live/queue/ar", Set.of("ADVISOR", "SUPERVISOR")),
            Map.entry("SUBSCRIBE /topic/live/**", Set.of("ADVISOR", "SUPERVISOR")),
            Map.entry("SUBSCRIBE /topic/supervisor/advisors/fr", Set.of("SUPERVISOR", "ADMINISTRATOR")),
            Map.entry("SUBSCRIBE /topic/figures/today/fr", Set.of("SUPERVISOR", "OBSERVER", "ADMINISTRATOR")),
            Map.entry(
                    "SUBSCRIBE /user/queue/ringing",
                    Set.of("ADVISOR", "SUPERVISOR", "EDITOR", "ADMINISTRATOR", "OBSERVER")),
            Map.entry("SUBSCRIBE /topic/chat." + OWN, Set.of("VISITOR")),
            Map.entry("SUBSCRIBE /topic/chat." + OTHER, Set.of()),
            Map.entry("SUBSCRIBE /topic/chat.*", Set.of()),
            Map.entry("SUBSCRIBE /topic/**", Set.of()),
            Map.entry("SUBSCRIBE /topic/*/queue/ar", Set.of()),
            Map.entry("SUBSCRIBE /**", Set.of()),
            Map.entry("SUBSCRIBE /queue/ringing-user0", Set.of()),
            Map.entry("SUBSCRIBE /user/advisor/queue/ringing", Set.of()),
            Map.entry("SUBSCRIBE /topic/user-registry", Set.of()),
            Map.entry("SUBSCRIBE /topic/nothing", Set.of()),
            Map.entry("SUBSCRIBE /app/chat." + OWN + ".say", Set.of()),
            Map.entry("MESSAGE /app/chat." + OWN + ".say", Set.of("VISITOR")),
            Map.entry("MESSAGE /app/chat." + OTHER + ".say", Set.of()),
            Map.entry("MESSAGE /app/chat.*.say", Set.of()),
            Map.entry("MESSAGE /app/anything", Set.of()),
            Map.entry("MESSAGE /topic/live/queue/ar", Set.of()),
            Map.entry("MESSAGE /topic/chat." + OWN, Set.of()),
            Map.entry("MESSAGE /queue/ringing-user0", Set.of()),
            Map.entry("MESSAGE /user/advisor/queue/ringing", Set.of()));

    static Stream<Arguments> everyDestinationAndEverybody() {
        return MAY.keySet().stream()
                .flatMap(what -> everybody().keySet().stream().map(who -> Arguments.of(what, who)));
    }

    private static Map<String, Authentication> everybody() {
        var all = new java.util.LinkedHashMap<String, Authentication>();
        for (Role role : Role.values()) {
            all.put(role.name(), new TestingAuthenticationToken(role.name(), "", role.authority()));
        }
        all.put("VISITOR", new Visitor(OWN));
        all.put(
                "STRANGER",
                new AnonymousAuthenticationToken("key", "x", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        all.put("PROGRAM", new TestingAuthenticationToken("program", "", "SCOPE_READ", "SCOPE_METRICS"));
        return all;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyDestinationAndEverybody")
    void aDestinationIsOpenToThoseTheRulesNameAndToNobodyElse(String what, String who) {
        String[] parts = what.split(" ");
        assertThat(allowed(everybody().get(who), SimpMessageType.valueOf(parts[0]), parts[1]))
                .isEqualTo(MAY.getOrDefault(what, Set.of()).contains(who));
    }

    @Test
    void everyRuleHasItsRowInTheMatrix() {
        List<String> rows = List.copyOf(MAY.keySet());
        var paths = new org.springframework.util.AntPathMatcher();
        assertThat(StompRules.IN_ORDER)
                .allMatch(rule -> rows.stream()
                        .map(row -> row.split(" "))
                        .anyMatch(row -> row[0].equals(rule.type().name()) && paths.match(rule.pattern(), row[1])));
    }

    @Test
    void somebodyUnknownCannotEvenConnect() {
        var message = message(SimpMessageType.CONNECT, null);
        assertThat(new StompRules().authorize(() -> null, message).isGranted()).isFalse();
        assertThat(new StompRules().authorize(() -> new Visitor(OWN), message).isGranted())
                .isTrue();
    }

    @Test
    void rabbitSeesNoSlashInsideTheNameOfATopicAndKeepsNoQueueOfASocketThatHasGone() {
        assertThat(RabbitDestinations.inRabbit("/topic/live/queue/ar")).isEqualTo("/topic/live.queue.ar");
        assertThat(RabbitDestinations.inRabbit("/queue/ringing-user1")).isEqualTo("/exchange/amq.direct/ringing-user1");
        assertThat(RabbitDestinations.inRabbit("/app/chat.1.say")).isEqualTo("/app/chat.1.say");
    }

    private static boolean allowed(Authentication who, SimpMessageType type, String destination) {
        return new StompRules().authorize(() -> who, message(type, destination)).isGranted();
    }

    private static Message<?> message(SimpMessageType type, @org.jspecify.annotations.Nullable String destination) {
        SimpMessageHeaderAccessor headers = SimpMessageHeaderAccessor.create(type);
        if (destination != null) {
            headers.setDestination(destination);
        }
        return MessageBuilder.createMessage("", headers.getMessageHeaders());
    }
}
