package ma.mowakaba.web.live;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.converter.JacksonJsonMessageConverter;
import org.springframework.messaging.converter.MessageConverter;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads who listens at the other nodes. Spring writes more into that message than it reads back, which the strict reader of everything
 * else refuses: without this one no node would know of another's screens.
 */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RegistryOfAnotherNode implements WebSocketMessageBrokerConfigurer {

    @Override
    public boolean configureMessageConverters(List<MessageConverter> converters) {
        converters.add(new Lenient());
        return true;
    }

    private static final class Lenient extends JacksonJsonMessageConverter {

        private static final String REGISTRIES = "org.springframework.messaging.simp.user.";

        Lenient() {
            super(JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build());
        }

        @Override
        protected boolean canConvertFrom(Message<?> message, @Nullable Class<?> target) {
            return target != null && target.getName().startsWith(REGISTRIES) && super.canConvertFrom(message, target);
        }

        @Override
        protected boolean canConvertTo(Object payload, @Nullable MessageHeaders headers) {
            return false;
        }
    }
}
