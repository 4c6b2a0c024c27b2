package ma.mowakaba.web.workspace;

import java.util.Optional;
import java.util.stream.Collectors;
import ma.mowakaba.telephony.Recordings;
import ma.mowakaba.web.Words;

/**
 * What can be heard of a call in its case.
 *
 * @param call empty when nothing can be heard
 * @param peaks loudness over the time, 0 to 100, with blanks between
 * @param gone why it can be heard no more, empty otherwise
 * @param known whether there is, or was, a recording
 */
record CallPlayer(String call, String peaks, long seconds, String length, String gone, boolean known) {

    static final CallPlayer NONE = new CallPlayer("", "", 0, "", "", false);

    static CallPlayer of(Optional<Recordings.Recording> recording, Words words, Names names) {
        return recording
                .map(one -> one.deletion()
                        .map(deletion -> new CallPlayer("", "", 0, "", gone(deletion, words, names), true))
                        .orElseGet(() -> new CallPlayer(
                                one.call().linkedid(),
                                one.peaks().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                                Math.max(1, one.length().toSeconds()),
                                words.length(one.length()),
                                "",
                                true)))
                .orElse(NONE);
    }

    private static String gone(Recordings.Deletion deletion, Words words, Names names) {
        String when = words.time(deletion.at());
        return switch (deletion.because()) {
            case RETENTION -> words.say("web.recording.gone.retention", when);
            case REFUSED -> words.say("web.recording.gone.refused", when);
            case PERSON ->
                words.say(
                        "web.recording.gone.person",
                        when,
                        deletion.by().map(names::colleague).orElse(""),
                        deletion.note());
        };
    }
}
