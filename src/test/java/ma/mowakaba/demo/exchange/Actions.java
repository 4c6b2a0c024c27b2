package ma.mowakaba.demo.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What the exchange does when a client tells it to; the rights are those of {@code telephony/asterisk/manager.conf}. */
final class Actions {

    private final Floor floor;
    private final QueueActions queues;
    private final CallActions calls;

    Actions(Floor floor) {
        this.floor = floor;
        this.queues = new QueueActions(floor);
        this.calls = new CallActions(floor);
    }

    /** @return whether the connection goes on */
    boolean obey(AmiSession session, AmiMessage action) {
        String name = action.get("Action").toLowerCase(Locale.ROOT);
        if (name.equals("challenge")) {
            session.challenge = UUID.randomUUID().toString().substring(0, 9).replace("-", "1");
            session.answer(action, AmiMessage.of("Response", "Success", "Challenge", session.challenge));
            return true;
        }
        if (name.equals("login")) {
            return login(session, action);
        }
        if (!session.loggedIn) {
            session.answer(action, error("Permission denied"));
            return false;
        }
        return known(session, action, name);
    }

    private boolean known(AmiSession session, AmiMessage action, String name) {
        switch (name) {
            case "logoff" ->
                session.answer(action, AmiMessage.of("Response", "Goodbye", "Message", "Thanks for all the fish."));
            case "ping" ->
                session.answer(
                        action,
                        AmiMessage.of(
                                "Response",
                                "Success",
                                "Ping",
                                "Pong",
                                "Timestamp",
                                LiveCall.stamp(floor.setup.clock().instant())));
            case "events" -> {
                session.wantsEvents = !action.get("EventMask").equals("off");
                session.answer(
                        action, AmiMessage.of("Response", "Success", "Events", session.wantsEvents ? "On" : "Off"));
            }
            case "coresettings" ->
                session.answer(
                        action,
                        AmiMessage.of(
                                "Response",
                                "Success",
                                "AMIversion",
                                "11.0.0",
                                "AsteriskVersion",
                                "22.10.1",
                                "SystemName",
                                "mw1",
                                "CoreMaxCalls",
                                "0",
                                "CoreMaxLoadAvg",
                                "0.000000",
                                "CoreRunUser",
                                "",
                                "CoreRunGroup",
                                "",
                                "CoreMaxFilehandles",
                                "0",
                                "CoreRealTimeEnabled",
                                "No",
                                "CoreCDRenabled",
                                "No",
                                "CoreHTTPenabled",
                                "No"));
            case "command" -> command(session, action);
            default -> {
                if (!queues.obey(session, action, name) && !calls.obey(session, action, name)) {
                    session.answer(
                            action,
                            error("Invalid/unknown command: " + action.get("Action")
                                    + ". Use Action: ListCommands to show available commands."));
                }
            }
        }
        return !name.equals("logoff");
    }

    private boolean login(AmiSession session, AmiMessage action) {
        boolean right = action.get("Username").equals(floor.setup.user())
                && (action.get("AuthType").equalsIgnoreCase("md5")
                        ? action.get("Key").equalsIgnoreCase(md5(session.challenge + floor.setup.secret()))
                        : action.get("Secret").equals(floor.setup.secret()));
        if (!right) {
            session.answer(action, error("Authentication failed"));
            return false;
        }
        session.answer(action, AmiMessage.of("Response", "Success", "Message", "Authentication accepted"));
        session.wantsEvents = !action.get("Events").equals("off");
        session.loggedIn = true;
        session.event(AmiMessage.of(
                        "Event",
                        "FullyBooted",
                        "Privilege",
                        "system,all",
                        "Uptime",
                        "60",
                        "LastReload",
                        "60",
                        "Status",
                        "Fully Booted")
                .wire());
        return true;
    }

    private void command(AmiSession session, AmiMessage action) {
        boolean version = action.get("Command").equals("core show version");
        session.answer(
                action,
                version
                        ? AmiMessage.of(
                                "Response",
                                "Success",
                                "Message",
                                "Command output follows",
                                "Output",
                                "Asterisk 22.10.1 built by nobody @ nowhere on a x86_64 running Linux")
                        : error("Permission denied"));
    }

    static AmiMessage error(String text) {
        return AmiMessage.of("Response", "Error", "Message", text);
    }

    static AmiMessage done(String text) {
        return AmiMessage.of("Response", "Success", "Message", text);
    }

    /** A response, the events of a list, and the event that ends it. */
    static void list(AmiSession session, AmiMessage action, String text, String complete, List<AmiMessage> events) {
        session.answer(action, AmiMessage.of("Response", "Success", "EventList", "start", "Message", text));
        events.forEach(event -> session.answer(action, event));
        session.answer(
                action,
                AmiMessage.of("Event", complete, "EventList", "Complete", "ListItems", String.valueOf(events.size())));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
