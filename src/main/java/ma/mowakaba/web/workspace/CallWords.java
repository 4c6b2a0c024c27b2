package ma.mowakaba.web.workspace;

import ma.mowakaba.telephony.Switchboard;
import ma.mowakaba.telephony.Unanswered;
import ma.mowakaba.web.Words;

/** What a timeline says of a call, in one line. */
final class CallWords {

    private CallWords() {}

    static String of(Switchboard.Call call, Words words) {
        if (call.endedAt().isEmpty()) {
            return words.say("web.timeline.call.now", words.say("web.call." + call.state()));
        }
        return call.direction().equals("in") ? received(call, words) : made(call, words);
    }

    private static String made(Switchboard.Call call, Words words) {
        String how =
                words.say("web.call." + call.unanswered().map(Unanswered::code).orElse(call.state()));
        return call.talk().isPresent()
                ? words.say("web.timeline.call.made.talked", how, talked(call, words))
                : words.say("web.timeline.call.made", how);
    }

    private static String received(Switchboard.Call call, Words words) {
        return words.say(
                "web.timeline.call",
                words.say("web.call." + call.state()),
                call.waited().map(words::length).orElse("0:00"),
                talked(call, words),
                call.recordingConsent()
                        .map(yes -> words.say(yes ? "web.consent.yes" : "web.consent.no"))
                        .orElseGet(() -> words.say("web.consent.unknown")));
    }

    private static String talked(Switchboard.Call call, Words words) {
        String talk = call.talk().map(words::length).orElse("0:00");
        return call.hold().toSeconds() == 0
                ? talk
                : words.say("web.timeline.call.held", talk, words.length(call.hold()));
    }
}
