package ma.mowakaba.demo.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.demo.exchange.CallScript.Behaviour;

/**
 * Originate, BlindTransfer, Hangup, Setvar, MixMonitorMute, CoreShowChannels. An Originate of {@code Local/<number>@from-trunk} lets somebody call the center: CallerID says who,
 * the variables MW_LANG, MW_DOMAIN, MW_BEHAVIOUR, MW_TALK and MW_TRANSFER say how.
 */
final class CallActions {

    private static final Pattern CALLER = Pattern.compile("\\s*\"?([^\"<]*?)\"?\\s*<([^>]*)>\\s*");
    private final Floor floor;

    CallActions(Floor floor) {
        this.floor = floor;
    }

    /** @return whether the action was one of these */
    boolean obey(AmiSession session, AmiMessage action, String name) {
        switch (name) {
            case "originate" -> originate(session, action);
            case "blindtransfer" ->
                onCall(session, action, "Transfer succeeded", new LiveCall.Signal.Transfer(action.get("Exten")));
            case "hangup" -> onCall(session, action, "Channel Hungup", new LiveCall.Signal.HangUp());
            case "setvar" -> variable(session, action);
            case "mixmonitormute" -> mute(session, action);
            case "coreshowchannels" ->
                Actions.list(session, action, "Channels will follow", "CoreShowChannelsComplete", channels());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void originate(AmiSession session, AmiMessage action) {
        String channel = action.get("Channel");
        if (!action.get("Application").isEmpty()) {
            session.answer(action, Actions.error("Originate Access Forbidden: app requires system permission"));
        } else if (channel.startsWith("Local/") && channel.contains("@from-trunk")) {
            InboundCall call = new InboundCall(floor, script(action));
            floor.start(call);
            session.answer(action, Actions.done("Originate successfully queued").with("Uniqueid", call.linkedid));
        } else if (action.get("Context").equals("mw-supervise")) {
            floor.start(new HearingCall(floor, action));
            session.answer(action, Actions.done("Originate successfully queued"));
        } else if (channel.startsWith("PJSIP/")) {
            floor.start(new OutboundCall(floor, action));
            session.answer(action, Actions.done("Originate successfully queued"));
        } else {
            session.answer(action, Actions.error("Originate failed"));
        }
    }

    private static CallScript script(AmiMessage action) {
        Map<String, String> variables = variables(action);
        Matcher caller = CALLER.matcher(action.get("CallerID"));
        boolean named = caller.matches();
        CallScript script = CallScript.from(named ? caller.group(2) : action.get("CallerID"))
                .named(named ? caller.group(1) : "")
                .speaking(variables.getOrDefault("MW_LANG", "fr"))
                .about(variables.getOrDefault("MW_DOMAIN", "general"))
                .behaving(Behaviour.valueOf(
                        variables.getOrDefault("MW_BEHAVIOUR", "ANSWERED").toUpperCase(Locale.ROOT)));
        script = script.talking(Duration.ofSeconds(Long.parseLong(variables.getOrDefault("MW_TALK", "10"))));
        return variables.containsKey("MW_TRANSFER") ? script.transferredTo(variables.get("MW_TRANSFER")) : script;
    }

    private static Map<String, String> variables(AmiMessage action) {
        Map<String, String> found = new TreeMap<>();
        for (String header : action.all("Variable")) {
            for (String pair : header.split(",")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    found.put(
                            pair.substring(0, equals).strip(),
                            pair.substring(equals + 1).strip());
                }
            }
        }
        return found;
    }

    private void onCall(AmiSession session, AmiMessage action, String text, LiveCall.Signal signal) {
        Optional<LiveCall> call = floor.calls.values().stream()
                .filter(live -> live.legs.stream().anyMatch(leg -> leg.channel().equals(action.get("Channel"))))
                .findFirst();
        call.ifPresent(live -> live.signal(signal));
        session.answer(action, call.isPresent() ? Actions.done(text) : Actions.error("No such channel"));
    }

    private void variable(AmiSession session, AmiMessage action) {
        Optional<LiveCall> call = floor.calls.values().stream()
                .filter(live -> live.legs.stream().anyMatch(leg -> leg.channel().equals(action.get("Channel"))))
                .findFirst();
        call.ifPresent(live -> live.variables.put(action.get("Variable"), action.get("Value")));
        session.answer(action, call.isPresent() ? Actions.done("Variable Set") : Actions.error("No such channel"));
    }

    private void mute(AmiSession session, AmiMessage action) {
        boolean recorded = floor.calls.values().stream()
                .filter(live -> live.legs.stream().anyMatch(leg -> leg.channel().equals(action.get("Channel"))))
                .anyMatch(live -> floor.recorder.mute(
                        live.linkedid,
                        action.get("State").equals("1"),
                        floor.setup.clock().instant()));
        session.answer(action, recorded ? Actions.done("") : Actions.error("Cannot set mute flag"));
    }

    private List<AmiMessage> channels() {
        return floor.calls.values().stream()
                .flatMap(call -> List.copyOf(call.legs).stream()
                        .map(leg -> AmiMessage.of(
                                "Event",
                                "CoreShowChannel",
                                "Channel",
                                leg.channel(),
                                "ChannelState",
                                "6",
                                "ChannelStateDesc",
                                "Up",
                                "CallerIDNum",
                                leg.number(),
                                "CallerIDName",
                                leg.name(),
                                "Context",
                                leg.context(),
                                "Exten",
                                leg.exten(),
                                "Priority",
                                "1",
                                "Uniqueid",
                                leg.uniqueid(),
                                "Linkedid",
                                call.linkedid,
                                "Application",
                                "Queue",
                                "ApplicationData",
                                "",
                                "Duration",
                                "00:00:01",
                                "BridgeId",
                                "")))
                .toList();
    }
}
