package ma.mowakaba.web.widget;

import java.util.Set;
import java.util.stream.Collectors;
import ma.mowakaba.chat.ChatEvent;
import ma.mowakaba.chat.ChatId;
import ma.mowakaba.chat.ChatRooms;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.web.live.Visitor;
import ma.mowakaba.web.widget.RoomView.LineView;
import ma.mowakaba.web.widget.RoomView.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.user.SimpUserRegistry;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Lines on their way in from visitors, and on their way out to them once they are stored. */
@Controller
class VisitorLines {

    private static final Logger log = LoggerFactory.getLogger(VisitorLines.class);

    private final ChatRooms rooms;
    private final VisitorDoor door;
    private final SimpMessagingTemplate broker;
    private final SimpUserRegistry connected;
    private final MessageSource messages;

    VisitorLines(
            ChatRooms rooms,
            VisitorDoor door,
            SimpMessagingTemplate broker,
            SimpUserRegistry connected,
            MessageSource messages) {
        this.rooms = rooms;
        this.door = door;
        this.broker = broker;
        this.connected = connected;
        this.messages = messages;
    }

    /** The rules let only the visitor of this room come here; what is stored comes back to him like every other line. */
    @MessageMapping("/chat.{chat}.say")
    void says(@DestinationVariable String chat, WidgetApi.Words words) {
        ChatId room = VisitorDoor.id(chat);
        try {
            door.says(room, words.clientId(), words.text());
        } catch (Problem refused) {
            tell(room, refusal(room, words.clientId(), refused));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void happened(ChatEvent event) {
        switch (event) {
            case ChatEvent.Said said -> tell(said.chat(), LineView.of(said.line()));
            case ChatEvent.Changed changed -> tell(changed.chat(), RoomView.of(rooms.room(changed.chat())));
        }
    }

    @Scheduled(fixedDelayString = "${mowakaba.chat.pulse:20s}")
    void pulse() {
        Set<ChatId> present = connected.getUsers().stream()
                .map(user -> user.getPrincipal())
                .filter(Visitor.class::isInstance)
                .map(visitor ->
                        VisitorDoor.id(((Visitor) visitor).getPrincipal().toString()))
                .collect(Collectors.toSet());
        rooms.seen(present);
    }

    private Refusal refusal(ChatId chat, String clientId, Problem refused) {
        Language language = rooms.room(chat).language();
        String key = "problem." + refused.subject();
        return new Refusal(
                "refused",
                clientId,
                messages.getMessage(key + ".title", null, language.locale()),
                messages.getMessage(key + ".detail", refused.arguments(), language.locale()));
    }

    /** While a shared broker is away there are no sockets either; a visitor who comes back asks for the lines he missed. */
    private void tell(ChatId chat, Object what) {
        try {
            broker.convertAndSend("/topic/chat." + chat, what);
        } catch (MessageDeliveryException away) {
            log.debug("chat: the broker is away", away);
        }
    }
}
