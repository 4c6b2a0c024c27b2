package ma.mowakaba.telephony;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.asteriskjava.manager.event.AbstractHoldEvent;
import org.asteriskjava.manager.event.AgentConnectEvent;
import org.asteriskjava.manager.event.AgentRingNoAnswerEvent;
import org.asteriskjava.manager.event.BridgeEnterEvent;
import org.asteriskjava.manager.event.DeviceStateChangeEvent;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.HoldEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns Asterisk's events into facts; what says nothing new about a call, or says it again in other words, is left out. */
@Component
class AmiTranslator {

    static final String FROM_TRUNK = "from-trunk";
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

    private final Clock clock;

    AmiTranslator(Clock clock) {
        this.clock = clock;
    }

    Optional<CallFact> translate(ManagerEvent event) {
        Instant at = at(event);
        CallFact fact = switch (event) {
            case NewChannelEvent it -> newChannel(it, at);
            case QueueCallerJoinEvent it -> new CallFact.Queued(text(it.getLinkedId()), text(it.getQueue()), at);
            case AgentConnectEvent it -> new CallFact.PickedUp(text(it.getLinkedId()), text(it.getDestUniqueId()), at);
            case AgentRingNoAnswerEvent it ->
                new CallFact.Missed(text(it.getLinkedId()), text(it.getDestUniqueId()), at);
            case DialEndEvent it -> dialEnd(it, at);
            case BridgeEnterEvent it -> joined(it, at);
            case AbstractHoldEvent it -> hold(it, at);
            case HangupEvent it -> hangup(it, at);
            case MwCallEndEvent it ->
                new CallFact.Summed(
                        text(it.getLinkedid()),
                        Summaries.of(
                                it.getMwlang(),
                                it.getMwqueue(),
                                it.getQstatus(),
                                it.getAbandoned(),
                                it.getWaitms(),
                                it.getTalkms(),
                                it.getVmstatus()),
                        at);
            default -> null;
        };
        return Optional.ofNullable(fact).filter(it -> !it.linkedid().isEmpty());
    }

    /** @return empty where the exchange does not know either */
    static Optional<DeviceState> device(DeviceStateChangeEvent event) {
        return switch (text(event.getState())) {
            case "UNAVAILABLE", "INVALID" -> Optional.of(new DeviceState(text(event.getDevice()), false));
            case "NOT_INUSE", "INUSE", "BUSY", "RINGING", "RINGINUSE", "ONHOLD" ->
                Optional.of(new DeviceState(text(event.getDevice()), true));
            default -> Optional.empty();
        };
    }

    private static CallFact newChannel(NewChannelEvent event, Instant at) {
        String linkedid = text(event.getLinkedid());
        String uniqueid = text(event.getUniqueId());
        if (linkedid.equals(uniqueid) && FROM_TRUNK.equals(event.getContext())) {
            return new CallFact.Arrived(
                    linkedid, text(event.getChannel()), text(event.getCallerIdNum()), text(event.getExten()), at);
        }
        return new CallFact.Rang(linkedid, new CallFact.Party(uniqueid, text(event.getChannel())), at);
    }

    private static @Nullable CallFact dialEnd(DialEndEvent event, Instant at) {
        if (!"ANSWER".equals(event.getDialStatus())) {
            return null;
        }
        String linkedid = text(event.getDestLinkedId());
        return new CallFact.PickedUp(
                linkedid.isEmpty() ? text(event.getLinkedId()) : linkedid, text(event.getDestUniqueId()), at);
    }

    private static @Nullable CallFact joined(BridgeEnterEvent event, Instant at) {
        String linkedid = text(event.getLinkedId());
        String uniqueid = text(event.getUniqueId());
        return linkedid.equals(uniqueid)
                ? null
                : new CallFact.Joined(linkedid, new CallFact.Party(uniqueid, text(event.getChannel())), at);
    }

    private static CallFact hold(AbstractHoldEvent event, Instant at) {
        return new CallFact.Hold(text(event.getLinkedId()), text(event.getUniqueId()), event instanceof HoldEvent, at);
    }

    private static CallFact hangup(HangupEvent event, Instant at) {
        String linkedid = text(event.getLinkedId());
        String uniqueid = text(event.getUniqueId());
        return linkedid.equals(uniqueid)
                ? new CallFact.Over(linkedid, at)
                : new CallFact.LegEnded(linkedid, uniqueid, at);
    }

    /** @return the exchange's time of the event, ours where it did not say */
    private Instant at(ManagerEvent event) {
        Double seconds = event.getTimestamp();
        if (seconds == null) {
            return clock.instant();
        }
        long micros = BigDecimal.valueOf(Objects.requireNonNull(seconds))
                .multiply(MICROS)
                .longValue();
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
