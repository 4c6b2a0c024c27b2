package ma.mowakaba.demo.player;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import ma.mowakaba.demo.exchange.CallScript;
import ma.mowakaba.demo.exchange.CallScript.Behaviour;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import org.springframework.core.annotation.Order;

/** Associations on the telephone: most are answered, some give up, a few leave a voice message. */
@Played
@Order(1)
class Callers implements Player.Part {

    private static final List<Behaviour> HOW = List.of(
            Behaviour.ANSWERED,
            Behaviour.ANSWERED_CALLER_HANGS_UP,
            Behaviour.ANSWERED,
            Behaviour.ABANDONED,
            Behaviour.ANSWERED,
            Behaviour.RING_NO_ANSWER,
            Behaviour.ANSWERED,
            Behaviour.VOICEMAIL,
            Behaviour.ANSWERED,
            Behaviour.IVR_HANGUP);
    private static final List<String> ABOUT = List.of(
            "association-life", "funding", "association-life", "participation", "volunteering", "award", "general");

    private final ExchangeSimulator exchange;
    private final List<List<String>> known = Scripts.read("associations.tsv");
    private final Random chance = new Random(7);

    Callers(ExchangeSimulator exchange) {
        this.exchange = exchange;
    }

    @Override
    public void play(int turn) {
        List<String> caller = known.get(turn % known.size());
        String number = turn % 6 == 5
                ? "06612299" + (10 + chance.nextInt(90))
                : caller.get(5).replace("-", "");
        exchange.call(CallScript.from(turn % 11 == 10 ? "" : number)
                .speaking(caller.get(7))
                .about(ABOUT.get(turn % ABOUT.size()))
                .behaving(HOW.get(turn % HOW.size()))
                .lasting(seconds(2, 4), seconds(3, 4), seconds(15, 20), seconds(15, 45)));
    }

    private Duration seconds(int least, int spread) {
        return Duration.ofSeconds(least + chance.nextInt(spread));
    }
}
