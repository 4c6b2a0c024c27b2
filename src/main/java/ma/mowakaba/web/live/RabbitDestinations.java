package ma.mowakaba.web.live;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageBuilder;

/**
 * RabbitMQ allows no slash inside the name of a topic: {@code /topic/live/calls} is {@code /topic/live.calls} there. Its {@code /queue/x}
 * outlives whoever listens, so that every socket would leave one behind: what is meant for one person goes by {@code
 * /exchange/amq.direct/x}, which ends with its listener. Clients never notice, since they are answered by subscription.
 *
 * @see <a href="https://www.rabbitmq.com/docs/stomp#d">destinations of RabbitMQ's STOMP plugin</a>
 */
final class RabbitDestinations implements ChannelInterceptor {

    private static final String TOPIC = "/topic/";
    private static final String QUEUE = "/queue/";

    @Override
    public Message<?> preSend(Message<?> message, MessageChannel channel) {
        String destination = SimpMessageHeaderAccessor.getDestination(message.getHeaders());
        if (destination == null || inRabbit(destination).equals(destination)) {
            return message;
        }
        SimpMessageHeaderAccessor headers = SimpMessageHeaderAccessor.wrap(message);
        headers.setDestination(inRabbit(destination));
        return MessageBuilder.createMessage(message.getPayload(), headers.getMessageHeaders());
    }

    static String inRabbit(String destination) {
        if (destination.startsWith(QUEUE)) {
            return "/exchange/amq.direct/" + destination.substring(QUEUE.length());
        }
        return destination.startsWith(TOPIC)
                ? TOPIC
                        + destination
                                .substring(TOPIC.length())
                                .replace('/', '.')
                                .replace("**", "#")
                : destination;
    }
}
