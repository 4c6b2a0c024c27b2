package ma.mowakaba.web.live;

import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.security.messaging.web.csrf.XorCsrfChannelInterceptor;
import org.springframework.stereotype.Component;

/** A CONNECT of somebody with a session needs its CSRF token; a visitor has no session and showed the secret of his room instead. */
@Component("csrfChannelInterceptor")
class CsrfOfSessions implements ChannelInterceptor {

    private final ChannelInterceptor check = new XorCsrfChannelInterceptor();

    @Override
    public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
        return SimpMessageHeaderAccessor.getUser(message.getHeaders()) instanceof Visitor
                ? message
                : check.preSend(message, channel);
    }
}
