package ma.mowakaba.demo.exchange;

import java.time.Duration;

/** A supervisor's telephone, connected to the call named in MW_SPY for as long as that lasts; to none where the call is not there. */
final class HearingCall extends LiveCall {

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Leg supervisor;
    private final String heard;

    HearingCall(Floor floor, AmiMessage originate) {
        super(floor, originate.get("ChannelId"));
        String device = originate.get("Channel");
        this.heard = originate.get("Variable").replaceFirst("^MW_SPY=", "");
        this.supervisor = new Leg(
                floor.channel(device),
                linkedid,
                device.substring(device.indexOf('/') + 1),
                "",
                "",
                "mw-supervise",
                originate.get("Exten"));
        legs.add(supervisor);
    }

    @Override
    public void run() {
        cel("CHAN_START", supervisor);
        cel("ANSWER", supervisor, "AppDial2", "", "");
        device(supervisor.device(), Queues.IN_USE);
        boolean gone = false;
        while (!gone && floor.calls.containsKey(heard)) {
            gone = pauseReal(LOOK).isPresent();
        }
        gone(supervisor, 16);
        device(supervisor.device(), Queues.NOT_IN_USE);
        cel("LINKEDID_END", supervisor);
    }
}
