package ma.mowakaba.web.live;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.handler.WebSocketHandlerDecoratorFactory;

/** The sockets of this node: whoever is disabled, loses a role or signs out loses his socket too, within a few seconds. */
@Component
class OpenSockets implements WebSocketHandlerDecoratorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSockets.class);

    private final Accounts accounts;
    private final OpenSessions sessions;
    private final Map<String, WebSocketSession> open = new ConcurrentHashMap<>();

    OpenSockets(Accounts accounts, OpenSessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    public WebSocketHandler decorate(WebSocketHandler handler) {
        return new WebSocketHandlerDecorator(handler) {
            @Override
            public void afterConnectionEstablished(WebSocketSession session) throws Exception {
                open.put(session.getId(), session);
                super.afterConnectionEstablished(session);
            }

            @Override
            public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
                open.remove(session.getId());
                super.afterConnectionClosed(session, status);
            }
        };
    }

    @Scheduled(fixedDelayString = "${mowakaba.live.recheck:2s}")
    void closeWhatIsNoLongerAllowed() {
        List<WebSocketSession> ofStaff =
                open.values().stream().filter(OpenSockets::ofStaff).toList();
        if (ofStaff.isEmpty()) {
            return;
        }
        Map<String, Set<String>> allowed =
                accounts.all().stream().collect(Collectors.toMap(Advisor::username, OpenSockets::authorities));
        Set<String> signedIn =
                sessions.alive(ofStaff.stream().map(OpenSessions::of).toList());
        ofStaff.stream().filter(socket -> !mayStay(socket, allowed, signedIn)).forEach(OpenSockets::close);
    }

    private static boolean mayStay(WebSocketSession socket, Map<String, Set<String>> allowed, Set<String> signedIn) {
        return socket.getPrincipal() instanceof Authentication who
                && authorities(who).equals(allowed.get(who.getName()))
                && signedIn.contains(OpenSessions.of(socket));
    }

    private static boolean ofStaff(WebSocketSession socket) {
        Principal who = socket.getPrincipal();
        return who != null && !(who instanceof Visitor);
    }

    private static Set<String> authorities(Advisor advisor) {
        return advisor.roles().stream().map(Role::authority).collect(Collectors.toSet());
    }

    private static Set<String> authorities(Authentication who) {
        return who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith("ROLE_"))
                .collect(Collectors.toSet());
    }

    private static void close(WebSocketSession socket) {
        try {
            socket.close(CloseStatus.POLICY_VIOLATION);
            LOG.info("live: a socket is closed, its account or session has ended");
        } catch (IOException e) {
            LOG.debug("live: a socket was gone before it could be closed", e);
        }
    }
}
