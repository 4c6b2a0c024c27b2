package ma.mowakaba.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.mail.SecondReadingBook.Waiting;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.MessageId;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads what was ordered, one mail after the other: what was looked at is noted, so that a node that dies is followed by another. */
@Component
class SecondReader implements SecondReadings {

    private static final Logger log = LoggerFactory.getLogger(SecondReader.class);
    private static final int BATCH = 50;
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    private final SecondReadingBook book;
    private final Originals originals;
    private final SecondReading reading;
    private final Clock clock;

    SecondReader(SecondReadingBook book, Originals originals, SecondReading reading, Clock clock) {
        this.book = book;
        this.originals = originals;
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    public Result again(MessageId message, StaffId by) {
        UUID original = book.original(message.value()).orElseThrow(() -> Problem.notFound("mail.unknown"));
        return reading.put(originals.read(original), message, by) ? Result.CHANGED : Result.SAME;
    }

    @Override
    public void order(Instant from, Instant until, StaffId by) {
        if (!from.isBefore(until)) {
            throw Problem.invalid("mail.second-reading.span");
        }
        book.order(from, until, by, Columns.now(clock));
    }

    @Override
    public List<Order> orders() {
        return book.orders();
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT10S")
    @SchedulerLock(name = "mail-second-reading")
    void run() {
        Instant end = clock.instant().plus(AT_ONCE);
        Optional<Order> order = book.next();
        while (order.isPresent() && clock.instant().isBefore(end)) {
            read(order.get());
            order = book.next();
        }
    }

    private void read(Order order) {
        List<Waiting> some = book.waiting(order, BATCH);
        some.forEach(mail -> look(order, mail));
        if (some.size() < BATCH) {
            book.finished(order, Columns.now(clock));
            log.info("mails of order {} have been read again", order.id());
        }
    }

    /** A mail that cannot be read now stays as it was read then. */
    private void look(Order order, Waiting mail) {
        boolean changed = false;
        boolean failed = false;
        try {
            changed = reading.put(originals.read(mail.id()), new MessageId(mail.message()), order.by());
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("mail {} could not be read again: {}", mail.id(), e.toString());
            failed = true;
        }
        book.looked(order, mail, changed, failed);
    }
}
