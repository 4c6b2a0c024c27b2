package ma.mowakaba.telephony;

import static ma.mowakaba.telephony.AmiText.clean;

import java.io.Serial;
import java.util.List;
import java.util.Objects;
import org.asteriskjava.manager.action.AbstractManagerAction;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.QueueAddAction;
import org.asteriskjava.manager.action.QueuePauseAction;
import org.asteriskjava.manager.action.QueueRemoveAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.springframework.stereotype.Component;

/** Puts what we want into Asterisk's words; every text goes through {@link AmiText}. */
@Component
class AmiActions implements ExchangeLink {

    private static final long DIAL_TIMEOUT_MILLIS = 30_000;

    private final AmiGateway gateway;

    AmiActions(AmiGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Switchboard.ExchangeState state() {
        return gateway.state();
    }

    @Override
    public List<String> liveCalls() {
        return gateway.list(new CoreShowChannelsAction(), CoreShowChannelEvent.class).stream()
                .map(CoreShowChannelEvent::getLinkedid)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Override
    public List<Member> members() {
        return gateway.list(new QueueStatusAction(), QueueMemberEvent.class).stream()
                .map(it -> new Member(
                        it.getQueue(),
                        it.getLocation(),
                        it.getName(),
                        it.getPenalty(),
                        Boolean.TRUE.equals(it.getPaused())))
                .toList();
    }

    @Override
    public void add(Member member) {
        QueueAddAction action = new QueueAddAction(clean(member.queue()), clean(member.device()));
        action.setMemberName(clean(member.name()));
        action.setPenalty(member.penalty());
        action.setPaused(member.paused());
        gateway.send(action);
    }

    @Override
    public void remove(String queue, String device) {
        gateway.send(new QueueRemoveAction(clean(queue), clean(device)));
    }

    @Override
    public void pause(String queue, String device, boolean paused) {
        gateway.send(new QueuePauseAction(clean(device), clean(queue), paused));
    }

    @Override
    public void originate(String linkedid, String device, String number) {
        OriginateAction action = new OriginateAction();
        action.setChannel(clean(device));
        action.setContext("click2call");
        action.setExten(clean(number));
        action.setPriority(1);
        action.setTimeout(DIAL_TIMEOUT_MILLIS);
        action.setAsync(true);
        action.setChannelId(clean(linkedid));
        gateway.send(action);
    }

    @Override
    public void hangUp(String channel) {
        gateway.send(new HangupAction(clean(channel)));
    }

    @Override
    public void transfer(String channel, String extension) {
        gateway.send(new BlindTransferAction(clean(channel), clean(extension)));
    }

    /** Asterisk-Java has none. Redirect would do too, but spoils the queue's figures. */
    public static final class BlindTransferAction extends AbstractManagerAction {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String channel;
        private final String exten;

        BlindTransferAction(String channel, String exten) {
            this.channel = channel;
            this.exten = exten;
        }

        @Override
        public String getAction() {
            return "BlindTransfer";
        }

        public String getChannel() {
            return channel;
        }

        public String getExten() {
            return exten;
        }

        public String getContext() {
            return "transfer-target";
        }
    }
}
