package ma.mowakaba.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The ways out, as the channels above implement them, and what to do when one refuses. */
@Component
class Carriers {
    private static final Logger LOG = LoggerFactory.getLogger(Carriers.class);

    /** Subjects of refusals that the timeline tells apart. */
    private static final List<String> WHYS = List.of("no-address", "unsubscribed");

    private final ObjectProvider<ReplyChannel> channels;
    private final TicketSettings settings;
    private final Clock clock;

    /** @param channels asked when needed: the channels know this module, it does not know them */
    Carriers(ObjectProvider<ReplyChannel> channels, TicketSettings settings, Clock clock) {
        this.channels = channels;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return the channel he spoke by where it has a way back, else mail */
    Channel wayBack(Channel heard) {
        return of(heard).isPresent() ? heard : Channel.MAIL;
    }

    /** @return with what the channel has to write down about it */
    Attempt carry(ReplyChannel.Outgoing message, Channel channel) {
        List<Runnable> notes = new ArrayList<>();
        return new Attempt(carry(message, channel, notes::add), notes);
    }

    private Fate carry(ReplyChannel.Outgoing message, Channel channel, Consumer<Runnable> notes) {
        Optional<ReplyChannel> carrier = of(channel);
        if (carrier.isEmpty()) {
            return new Fate.Lost("no-channel");
        }
        if (message.to().isEmpty() && channel == Channel.MAIL) {
            return new Fate.Lost("no-address");
        }
        try {
            carrier.get().deliver(message, notes);
            return new Fate.Left();
        } catch (Problem e) {
            LOG.warn("message {} refused: {}", message.id(), e.subject());
            return e.kind() == Problem.Kind.INVALID ? new Fate.Lost(why(e)) : later(message);
        } catch (Exception e) {
            LOG.warn(
                    "message {} did not leave, attempt {}: {}",
                    message.id(),
                    message.attempt(),
                    e.getClass().getSimpleName());
            return later(message);
        }
    }

    private Fate later(ReplyChannel.Outgoing message) {
        Instant next = clock.instant().plus(Backoff.after(message.attempt()));
        Duration age = Duration.between(message.at(), next);
        return age.compareTo(settings.outbox().giveUpAfter()) > 0 ? new Fate.Lost("gave-up") : new Fate.Later(next);
    }

    private static String why(Problem refusal) {
        return WHYS.stream()
                .filter(why -> refusal.subject().endsWith("." + why))
                .findFirst()
                .orElse("refused");
    }

    private Optional<ReplyChannel> of(Channel channel) {
        return channels.stream().filter(carrier -> carrier.channel() == channel).findFirst();
    }

    /** One attempt, as the outbox has to settle it. */
    record Attempt(Fate fate, List<Runnable> notes) {}

    /** What became of one attempt. */
    sealed interface Fate {
        record Left() implements Fate {}

        record Later(Instant at) implements Fate {}

        /** @param reason message {@code ticket.delivery.<reason>} */
        record Lost(String reason) implements Fate {}
    }
}
