package ma.mowakaba.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.MessageId;

/** Door of the module: filed mails are read again from their originals, as after an upgrade that reads better. No second message comes of it. */
public interface SecondReadings {

    /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code mail.unknown} when the message is no mail, or its original is no longer kept */
    Result again(MessageId message, StaffId by);

    /**
     * All mails that came in between, in the background, a few at a time; goes on after a restart.
     *
     * @param until not included
     * @throws ma.mowakaba.kernel.Problem INVALID {@code mail.second-reading.span} when nothing lies between
     */
    void order(Instant from, Instant until, StaffId by);

    /** @return newest first, at most ten */
    List<Order> orders();

    enum Result {
        CHANGED,
        SAME
    }

    /**
     * A span to be read again, and how far it is.
     *
     * @param total mails in it when it was asked for
     * @param failed of those looked at, whose original could not be read
     */
    record Order(
            long id,
            Instant from,
            Instant until,
            StaffId by,
            Instant askedAt,
            int total,
            int looked,
            int changed,
            int failed,
            Optional<Instant> finishedAt) {}
}
