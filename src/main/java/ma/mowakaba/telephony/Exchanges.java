package ma.mowakaba.telephony;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import ma.mowakaba.kernel.Ids;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The exchanges, each with a live link of its own. A call is its exchange's, which its Linkedid names; a telephone is where its extension is. */
@Component
class Exchanges implements SmartLifecycle {

    private final TelephonySettings settings;
    private final CallFacts facts;
    private final List<Node> all;
    private volatile boolean running;

    /** An exchange and the link to it. */
    record Node(TelephonySettings.Site site, AmiFacts facts, AmiGateway gateway, ExchangeLink link) {

        String name() {
            return site.name();
        }

        boolean linked() {
            return !site.exchange().host().isBlank();
        }

        /** @return for a call of ours; it begins like those the exchange makes itself, so that everybody knows whose it is */
        String linkedid(String what, long millis) {
            return name() + "-" + what + "-" + Ids.next(millis);
        }
    }

    Exchanges(
            TelephonySettings settings, AmiTranslator translator, CallFacts facts, AmiGateways gateways, Clock clock) {
        this.settings = settings;
        this.facts = facts;
        this.all = settings.sites().stream()
                .map(site -> {
                    AmiFacts own = new AmiFacts(
                            translator,
                            facts,
                            linkedid -> settings.owns(site.name(), linkedid),
                            extension -> settings.home(extension).equals(site.name()),
                            clock);
                    AmiGateway gateway = gateways.to(site.exchange(), own);
                    return new Node(site, own, gateway, new AmiActions(gateway));
                })
                .toList();
    }

    List<Node> all() {
        return all;
    }

    /** @return the exchange that has this call */
    Node having(String linkedid) {
        return named(settings.owner(linkedid));
    }

    ExchangeLink of(String linkedid) {
        return having(linkedid).link();
    }

    /** @return the exchange this extension's telephone is at */
    Node home(String extension) {
        return named(settings.home(extension));
    }

    /** @return whether that telephone can be rung for that call */
    boolean reaches(String linkedid, String extension) {
        return settings.owns(settings.home(extension), linkedid);
    }

    private Node named(String name) {
        return all.stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow();
    }

    /** @return of the exchange that is away longest; where none is, of the one that is connected longest */
    Switchboard.ExchangeState state() {
        return all.stream()
                .filter(Node::linked)
                .map(node -> node.link().state())
                .min(Comparator.comparing(Switchboard.ExchangeState::connected)
                        .thenComparing(Switchboard.ExchangeState::since))
                .orElseGet(() -> all.getFirst().link().state());
    }

    @Override
    public void start() {
        running = true;
        List<Node> linked = all.stream().filter(Node::linked).toList();
        if (!linked.isEmpty()) {
            facts.start();
            linked.forEach(node -> node.gateway().start());
        }
    }

    @Override
    public void stop() {
        running = false;
        all.forEach(node -> node.gateway().stop());
        facts.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
