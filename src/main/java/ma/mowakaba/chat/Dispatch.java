package ma.mowakaba.chat;

import java.time.Duration;
import java.util.Optional;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.routing.Router;
import ma.mowakaba.routing.RoutingEvent;
import ma.mowakaba.staff.Accounts;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the router decides about conversations happens in the room within the same transaction. */
@Component
class Dispatch {

    private final Conversation conversation;
    private final Reception reception;
    private final Router router;
    private final Accounts accounts;
    private final MessageSource messages;

    Dispatch(Conversation conversation, Reception reception, Router router, Accounts accounts, MessageSource messages) {
        this.conversation = conversation;
        this.reception = reception;
        this.router = router;
        this.accounts = accounts;
        this.messages = messages;
    }

    @EventListener
    @Transactional
    void assigned(RoutingEvent.Assigned event) {
        if (event.channel() != Channel.CHAT) {
            return;
        }
        conversation
                .changeOf(event.contact(), (room, at) -> room.talkWith(event.advisor(), at))
                .ifPresent(room -> {
                    reception.answered(event.contact(), event.advisor(), event.at());
                    reception.handled(event.contact(), event.advisor(), event.at(), Optional.empty(), Duration.ZERO);
                    Object[] name = {Voices.called(accounts.get(event.advisor()))};
                    conversation.announce(
                            room.id(),
                            messages.getMessage(
                                    "chat.line.joined", name, room.language().locale()));
                });
    }

    /** His part of the conversation is over, whether it ended or somebody else has it now. */
    @EventListener
    @Transactional
    void released(RoutingEvent.Released event) {
        if (event.channel() == Channel.CHAT) {
            router.history(event.contact()).stream()
                    .filter(made -> made.advisor().equals(event.advisor()))
                    .reduce((earlier, later) -> later)
                    .ifPresent(made -> reception.handled(
                            event.contact(), event.advisor(), made.at(), Optional.of(event.at()), Duration.ZERO));
        }
    }

    @EventListener
    @Transactional
    void waitsAgain(RoutingEvent.Waits event) {
        if (event.channel() == Channel.CHAT) {
            conversation
                    .changeOf(event.contact(), (room, at) -> room.awaitAgain(at))
                    .ifPresent(room -> conversation.announce(
                            room.id(),
                            messages.getMessage(
                                    "chat.line.again", null, room.language().locale())));
        }
    }
}
