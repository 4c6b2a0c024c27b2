package ma.mowakaba.web.workspace;

import ma.mowakaba.telephony.CallId;
import ma.mowakaba.telephony.Recordings;
import ma.mowakaba.telephony.Switchboard;
import ma.mowakaba.ticket.TimelineEntry;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;

/** A call on a timeline: how it went, and its recording. */
@Component
class CallRows {

    private final Switchboard switchboard;
    private final Recordings recordings;
    private final Names names;

    CallRows(Switchboard switchboard, Recordings recordings, Names names) {
        this.switchboard = switchboard;
        this.recordings = recordings;
        this.names = names;
    }

    String words(TimelineEntry.Call call, Words words) {
        return switchboard
                .ofContact(call.contact())
                .map(known -> CallWords.of(known, words))
                .orElseGet(() -> words.say("channel.call"));
    }

    CallPlayer sound(TimelineEntry.Call call, Words words) {
        return CallPlayer.of(recordings.of(new CallId(call.linkedid())), words, names);
    }
}
