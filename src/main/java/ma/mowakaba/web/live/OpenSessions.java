package ma.mowakaba.web.live;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;

/** Which of the sessions behind the sockets have not ended. */
@Component
class OpenSessions {

    private final JdbcClient database;
    private final Clock clock;

    OpenSessions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return the id of the session it was opened in, empty when there was none */
    static String of(WebSocketSession socket) {
        return String.valueOf(
                socket.getAttributes().getOrDefault(HttpSessionHandshakeInterceptor.HTTP_SESSION_ID_ATTR_NAME, ""));
    }

    Set<String> alive(Collection<String> ids) {
        return new HashSet<>(
                database.sql("select session_id from SPRING_SESSION where session_id in (:ids) and expiry_time > :now")
                        .param("ids", ids)
                        .param("now", clock.millis())
                        .query(String.class)
                        .list());
    }
}
