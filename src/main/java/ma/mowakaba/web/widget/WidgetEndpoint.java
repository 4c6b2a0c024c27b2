package ma.mowakaba.web.widget;

import java.security.Principal;
import java.util.Map;
import ma.mowakaba.web.live.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * STOMP for visitors at {@code /ws/widget}. A CONNECT carries the headers {@code chat} and {@code secret}; without a right pair the
 * socket closes. Stands before the security interceptors, which know the visitor from then on.
 */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class WidgetEndpoint implements WebSocketMessageBrokerConfigurer {

    private static final String OF_WIDGET = "mowakaba.widget";

    private final WidgetSettings settings;
    private final ObjectProvider<VisitorDoor> door;

    WidgetEndpoint(WidgetSettings settings, ObjectProvider<VisitorDoor> door) {
        this.settings = settings;
        this.door = door;
    }

    @Override
    public void registerStompEndpoints(StompEndpointRegistry registry) {
        registry.addEndpoint("/ws/widget")
                .setAllowedOriginPatterns(settings.allowedOrigins().toArray(String[]::new))
                .setHandshakeHandler(new Strangers())
                .addInterceptors(new MarkAsWidget());
    }

    @Override
    public void configureClientInboundChannel(ChannelRegistration registration) {
        registration.interceptors(new Admission());
    }

    /** Who opens a widget is nobody until he shows a secret, even if he is signed in elsewhere. */
    private static final class Strangers extends DefaultHandshakeHandler {
        @Override
        protected @Nullable Principal determineUser(
                ServerHttpRequest request, WebSocketHandler handler, Map<String, Object> attributes) {
            return null;
        }
    }

    private static final class MarkAsWidget implements HandshakeInterceptor {
        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes) {
            attributes.put(OF_WIDGET, Boolean.TRUE);
            return true;
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception failure) {
            // nothing is left to do once the socket is open
        }
    }

    private final class Admission implements ChannelInterceptor {
        @Override
        public Message<?> preSend(Message<?> message, MessageChannel channel) {
            StompHeaderAccessor headers = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
            if (headers != null && headers.getCommand() == StompCommand.CONNECT && ofWidget(headers)) {
                String chat = String.valueOf(headers.getFirstNativeHeader("chat"));
                String secret = String.valueOf(headers.getFirstNativeHeader("secret"));
                headers.setUser(new Visitor(door.getObject().enter(chat, secret)));
            }
            return message;
        }

        private static boolean ofWidget(StompHeaderAccessor headers) {
            Map<String, Object> attributes = headers.getSessionAttributes();
            return attributes != null && attributes.containsKey(OF_WIDGET);
        }
    }
}
