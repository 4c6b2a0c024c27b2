package ma.mowakaba.telephony;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.telephony.NumberGrammar.Noun;

/** What a caller is told, as keys of {@code telephony/prompts/prompts.tsv}; the exchange plays them one after the other. */
final class Speech {

    private static final int MOST = 999;

    private Speech() {}

    /**
     * His place and how long it may take. In a language whose numbers we do not speak he is asked to be patient.
     *
     * @param ahead how many are before him
     */
    static List<String> place(Language language, int ahead, Duration wait) {
        List<String> keys = new ArrayList<>();
        Optional<NumberGrammar> numbers = NumberGrammar.of(language);
        if (numbers.isEmpty()) {
            keys.add("please-wait");
        }
        numbers.ifPresent(grammar -> {
            if (ahead > 0) {
                keys.add("ahead");
                keys.addAll(grammar.counted(Math.min(ahead, MOST), Noun.PERSON));
            }
            keys.add("wait");
            keys.addAll(minutes(grammar, wait));
        });
        return keys;
    }

    private static List<String> minutes(NumberGrammar grammar, Duration time) {
        int minutes = (int) Math.min(MOST, time.plusSeconds(59).toMinutes());
        return time.toSeconds() < 60 ? List.of("minute-less") : grammar.counted(minutes, Noun.MINUTE);
    }

    /** @return the digits of a case's number, one by one, and where it stands */
    static List<String> status(Language language, String number, String state) {
        List<String> keys = new ArrayList<>();
        if (NumberGrammar.of(language).isPresent()) {
            keys.add("status-ticket");
            number.replaceFirst("^.*-0*", "").chars().forEach(digit -> keys.add("number-" + (char) digit));
        }
        keys.add("status-" + state);
        return keys;
    }

    /** @return as the dialplan's Playback takes it */
    static String playback(List<String> keys) {
        return keys.stream().map(key -> "mowakaba/" + key).collect(Collectors.joining("&"));
    }
}
