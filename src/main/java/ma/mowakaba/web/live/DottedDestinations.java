package ma.mowakaba.web.live;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageBuilder;

/**
 * RabbitMQ allows no slash inside the name of a topic: {@code /topic/live/calls} is {@code /topic/live.calls} there. Clients never
 * notice, since they are answered by subscription.
 *
 * @see <a href="https://www.rabbitmq.com/docs/stomp#d">destinations of RabbitMQ's STOMP plugin</a>
 */
final class DottedDestinations implements ChannelInterceptor {

    @Override
    public Message<?> preSend(Message<?> message, MessageChannel channel) {
        String destination = SimpMessageHeaderAccessor.getDestination(message.getHeaders());
        if (destination == null || dotted(destination).equals(destination)) {
            return message;
        }
        SimpMessageHeaderAccessor headers = SimpMessageHeaderAccessor.wrap(message);
        headers.setDestination(dotted(destination));
        return MessageBuilder.createMessage(message.getPayload(), headers.getMessageHeaders());
    }

    static String dotted(String destination) {
        if (!destination.startsWith("/topic/")) {
            return destination;
        }
        return "/topic/"
                + destination.substring("/topic/".length()).replace('/', '.').replace("**", "#");
    }
}
