package ma.mowakaba.web.live;

import static ma.mowakaba.staff.Role.ADMINISTRATOR;
import static ma.mowakaba.staff.Role.ADVISOR;
import static ma.mowakaba.staff.Role.OBSERVER;
import static ma.mowakaba.staff.Role.SUPERVISOR;
import static org.springframework.messaging.simp.SimpMessageType.MESSAGE;
import static org.springframework.messaging.simp.SimpMessageType.SUBSCRIBE;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import ma.mowakaba.staff.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.util.AntPathMatcher;

/**
 * Who may listen where and send what: the first rule that matches decides, and a destination without a rule is refused, which closes
 * the socket. Pages subscribe only to what their reader's role may hear.
 */
final class StompRules implements AuthorizationManager<Message<?>> {

    private static final Set<SimpMessageType> KEEPING_THE_LINE = EnumSet.of(
            SimpMessageType.CONNECT,
            SimpMessageType.HEARTBEAT,
            SimpMessageType.UNSUBSCRIBE,
            SimpMessageType.DISCONNECT);
    private static final AntPathMatcher PATHS = new AntPathMatcher();

    /** In this order; keep the narrower pattern above the wider one. */
    static final List<Rule> IN_ORDER = List.of(
            // contacts, cases and conversations
            staff(SUBSCRIBE, "/topic/live/**", ADVISOR, SUPERVISOR),
            // people by name
            staff(SUBSCRIBE, "/topic/supervisor/**", SUPERVISOR, ADMINISTRATOR),
            // numbers only
            staff(SUBSCRIBE, "/topic/figures/**", SUPERVISOR, OBSERVER, ADMINISTRATOR),
            staff(SUBSCRIBE, "/user/queue/**", Role.values()),
            // a visitor and his own room
            visitor(SUBSCRIBE, "/topic/chat.{chat}"),
            visitor(MESSAGE, "/app/chat.{chat}.say"));

    @Override
    public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> who, Message<?> message) {
        Set<String> authorities = authorities(who.get());
        SimpMessageType type = SimpMessageHeaderAccessor.getMessageType(message.getHeaders());
        if (type == null || authorities.isEmpty()) {
            return new AuthorizationDecision(false);
        }
        String destination = SimpMessageHeaderAccessor.getDestination(message.getHeaders());
        return new AuthorizationDecision(
                destination == null ? KEEPING_THE_LINE.contains(type) : allowed(type, destination, authorities));
    }

    private static boolean allowed(SimpMessageType type, String destination, Set<String> authorities) {
        return IN_ORDER.stream()
                .filter(rule -> rule.type() == type && PATHS.match(rule.pattern(), destination))
                .findFirst()
                .map(rule -> rule.authorities(destination).stream().anyMatch(authorities::contains))
                .orElse(false);
    }

    private static Set<String> authorities(@Nullable Authentication who) {
        return who == null || !who.isAuthenticated()
                ? Set.of()
                : who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet());
    }

    /** @param roles empty where the visitor of exactly that room is meant */
    record Rule(SimpMessageType type, String pattern, Set<Role> roles) {

        Set<String> authorities(String destination) {
            if (roles.isEmpty()) {
                Map<String, String> parts = PATHS.extractUriTemplateVariables(pattern, destination);
                return Set.of(Visitor.authority(String.valueOf(parts.get("chat"))));
            }
            return roles.stream().map(Role::authority).collect(Collectors.toSet());
        }
    }

    private static Rule staff(SimpMessageType type, String pattern, Role... roles) {
        return new Rule(type, pattern, Set.of(roles));
    }

    private static Rule visitor(SimpMessageType type, String pattern) {
        return new Rule(type, pattern, Set.of());
    }
}
