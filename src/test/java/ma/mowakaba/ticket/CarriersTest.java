package ma.mowakaba.ticket;

import static ma.mowakaba.ticket.Cases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CarriersTest {

    private final FakeMail mail = new FakeMail();

    @Test
    void whatTheChannelTakesHasLeft() {
        assertThat(carry(Channel.MAIL, 1, NOON)).isEqualTo(new Carriers.Fate.Left());
        assertThat(mail.taken).hasSize(1);
    }

    @Test
    void aFailureIsTriedAgainAfterGrowingPauses() {
        mail.failure = new IOException("connection refused");

        assertThat(carry(Channel.MAIL, 1, NOON)).isEqualTo(new Carriers.Fate.Later(NOON.plusSeconds(30)));
        assertThat(carry(Channel.MAIL, 2, NOON)).isEqualTo(new Carriers.Fate.Later(NOON.plusSeconds(60)));
        assertThat(carry(Channel.MAIL, 5, NOON)).isEqualTo(new Carriers.Fate.Later(NOON.plus(Duration.ofMinutes(15))));
        assertThat(carry(Channel.MAIL, 50, NOON)).isEqualTo(new Carriers.Fate.Later(NOON.plus(Duration.ofHours(1))));
    }

    @Test
    void afterThreeDaysItIsGivenUp() {
        mail.failure = new IOException("connection refused");

        assertThat(carry(Channel.MAIL, 60, NOON.minus(Duration.ofDays(3))))
                .isEqualTo(new Carriers.Fate.Lost("gave-up"));
    }

    @Test
    void whatCanNeverBeDeliveredIsNotTriedAgain() {
        mail.failure = Problem.invalid("mail.no-address");
        assertThat(carry(Channel.MAIL, 1, NOON)).isEqualTo(new Carriers.Fate.Lost("no-address"));
        mail.failure = Problem.invalid("mail.unsubscribed");
        assertThat(carry(Channel.MAIL, 1, NOON)).isEqualTo(new Carriers.Fate.Lost("unsubscribed"));
        mail.failure = Problem.invalid("email.malformed");
        assertThat(carry(Channel.MAIL, 1, NOON)).isEqualTo(new Carriers.Fate.Lost("refused"));

        mail.failure = Problem.of(Problem.Kind.UNAVAILABLE, "mail.away");
        assertThat(carry(Channel.MAIL, 1, NOON)).isInstanceOf(Carriers.Fate.Later.class);
    }

    @Test
    void aChannelWithoutAWayBackIsAnsweredByMail() {
        assertThat(carriers().wayBack(Channel.CALL)).isEqualTo(Channel.MAIL);
        assertThat(carriers().wayBack(Channel.WEB)).isEqualTo(Channel.MAIL);
        assertThat(carry(Channel.CHAT, 1, NOON)).isEqualTo(new Carriers.Fate.Lost("no-channel"));
    }

    @Test
    void aMailToNobodyIsNotSent() {
        assertThat(carriers()
                        .carry(message(NOON, Optional.empty(), 1), Channel.MAIL)
                        .fate())
                .isEqualTo(new Carriers.Fate.Lost("no-address"));
        assertThat(mail.taken).isEmpty();
    }

    private Carriers.Fate carry(Channel channel, int attempts, Instant writtenAt) {
        return carriers()
                .carry(message(writtenAt, Optional.of(new PersonId(UUID.randomUUID())), attempts), channel)
                .fate();
    }

    private Carriers carriers() {
        ObjectProvider<ReplyChannel> channels = new ObjectProvider<>() {
            @Override
            public java.util.stream.Stream<ReplyChannel> stream() {
                return java.util.stream.Stream.of(mail);
            }
        };
        return new Carriers(channels, settings(), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static TicketSettings settings() {
        return new Binder(new MapConfigurationPropertySource()).bindOrCreate("mowakaba.ticket", TicketSettings.class);
    }

    private static ReplyChannel.Outgoing message(Instant writtenAt, Optional<PersonId> to, int attempt) {
        Ticket ticket = new Ticket(
                new TicketId(UUID.randomUUID()),
                new TicketNumber("2026-000123"),
                "Subvention",
                TicketState.OPEN,
                Priority.NORMAL,
                Cases.FUNDING,
                Language.FR,
                Channel.MAIL,
                to,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                NOON,
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
        return new ReplyChannel.Outgoing(
                new MessageId(UUID.randomUUID()),
                ticket,
                Map.of(ticket.id(), ticket.number()),
                Language.FR,
                to,
                Optional.empty(),
                "Aïcha",
                "",
                List.of(),
                "Subvention",
                "Bonjour",
                List.of(),
                List.of(),
                false,
                false,
                writtenAt,
                attempt);
    }

    /** Takes everything, or fails as it is told to. */
    private static final class FakeMail implements ReplyChannel {
        private final List<Outgoing> taken = new ArrayList<>();
        private Exception failure;

        @Override
        public Channel channel() {
            return Channel.MAIL;
        }

        @Override
        public void deliver(Outgoing message, Consumer<Runnable> notes) throws Exception {
            if (failure != null) {
                throw failure;
            }
            taken.add(message);
        }
    }
}
