package ma.mowakaba.demo.exchange;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Click to call: the advisor's telephone first, then the number. */
final class OutboundCall extends LiveCall {

    private final String actionId;
    private final Leg advisor;
    private final String number;

    OutboundCall(Floor floor, AmiMessage originate) {
        super(floor, originate.get("ChannelId").isEmpty() ? floor.uniqueid() : originate.get("ChannelId"));
        this.actionId = originate.get("ActionID");
        this.number = originate.get("Exten");
        String device = originate.get("Channel");
        this.advisor = new Leg(
                floor.channel(device), linkedid, device.substring(device.indexOf('/') + 1), "", "", "from-agent", "s");
        legs.add(advisor);
    }

    @Override
    public void run() {
        if (!floor.queues.take(advisor.device())) {
            floor.say(AmiMessage.of(
                    "Event",
                    "OriginateResponse",
                    "Privilege",
                    "call,all",
                    "ActionID",
                    actionId,
                    "Response",
                    "Failure",
                    "Channel",
                    advisor.device(),
                    "Reason",
                    "0",
                    "Uniqueid",
                    linkedid));
            return;
        }
        floor.tellMembers(advisor.device());
        cel("CHAN_START", advisor);
        tell("ring");
        boolean gone = pause(Duration.ofSeconds(1)).isPresent();
        cel("ANSWER", advisor, "AppDial2", "", "");
        device(advisor.device(), Queues.IN_USE);
        tell("pick-up");
        if (!gone) {
            dial();
        }
        gone(advisor, 16);
        device(advisor.device(), Queues.NOT_IN_USE);
        cel("LINKEDID_END", advisor);
    }

    private void dial() {
        Leg called = new Leg(floor.channel("PJSIP/carrier"), floor.uniqueid(), number, "", "", "from-trunk", number);
        legs.add(called);
        cel("CHAN_START", called);
        tell("dial");
        pause(Duration.ofSeconds(2));
        cel("ANSWER", called, "AppDial", "", "");
        bridged("BRIDGE_ENTER", called, "");
        bridged("BRIDGE_ENTER", advisor, called.channel());
        tell("answer");
        pause(Duration.ofSeconds(20));
        tell("hang-up");
        bridged("BRIDGE_EXIT", called, advisor.channel());
        gone(called, 16);
        bridged("BRIDGE_EXIT", advisor, "");
    }

    private void tell(String part) {
        Recording recorded = Recording.of("click-to-call");
        Cast cast = cast(recorded)
                .within("PJSIP/1001", advisor.device())
                .within("0661228877", number)
                .whole("1001", advisor.extension());
        Map<String, String> changes = new HashMap<>(Map.of("BridgeUniqueid", bridge));
        changes.put("ActionID", actionId);
        play(recorded, part, cast, changes);
    }
}
