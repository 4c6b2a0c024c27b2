package ma.mowakaba.telephony;

import static ma.mowakaba.telephony.AmiText.clean;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.MixMonitorMuteAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.QueueAddAction;
import org.asteriskjava.manager.action.QueueLogAction;
import org.asteriskjava.manager.action.QueuePauseAction;
import org.asteriskjava.manager.action.QueueRemoveAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;

/** Puts what we want into Asterisk's words; every text goes through {@link AmiText}. */
final class AmiActions implements ExchangeLink {

    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
    private static final Pattern NOT_ID = Pattern.compile("[^A-Za-z0-9._-]");
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
    public void askForDevices() {
        gateway.ask(new AmiMissingActions.DeviceStateListAction());
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
    public void pause(String device, boolean paused) {
        gateway.send(new QueuePauseAction(clean(device), paused));
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
        gateway.send(new AmiMissingActions.BlindTransferAction(clean(channel), clean(extension)));
    }

    /** Asterisk's PauseMonitor is gone since 21; this one needs no more than the right to "call". */
    @Override
    public void silence(String channel, boolean silent) {
        gateway.send(new MixMonitorMuteAction(clean(channel), "both", silent ? 1 : 0));
    }

    @Override
    public void note(Note note) {
        QueueLogAction action = new QueueLogAction();
        action.setQueue(clean(note.queue()));
        action.setInterface(clean(note.device()));
        action.setUniqueId(clean(note.linkedid()));
        action.setEvent(clean(note.what()));
        if (!note.detail().isEmpty()) {
            action.setMessage(clean(note.detail()));
        }
        gateway.send(action);
    }

    /** The dialplan takes digits only, and hears a channel only if the call is the one named. */
    @Override
    public void hear(Hearing hearing) {
        OriginateAction action = new OriginateAction();
        action.setChannel(clean(hearing.device()));
        action.setContext("mw-supervise");
        action.setExten((hearing.how().ordinal() + 1)
                + NOT_DIGITS.matcher(hearing.extension()).replaceAll(""));
        action.setPriority(1);
        action.setTimeout(DIAL_TIMEOUT_MILLIS);
        action.setAsync(true);
        action.setChannelId(clean(hearing.id()));
        action.setVariable("MW_SPY", NOT_ID.matcher(hearing.linkedid()).replaceAll(""));
        gateway.send(action);
    }

    /** Redirect would count the caller as lost; a withdrawn one goes on in the dialplan, which looks at the variable. */
    @Override
    public void move(String channel, String from, String to) {
        gateway.send(new SetVarAction(clean(channel), "MW_MOVE", clean(to)));
        gateway.send(new AmiMissingActions.QueueWithdrawCallerAction(clean(from), clean(channel)));
    }

    @Override
    public void priority(String channel, String queue, int priority) {
        gateway.send(new AmiMissingActions.AtOnceAction(clean(queue), clean(channel), priority));
    }
}
