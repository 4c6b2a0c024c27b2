package ma.mowakaba.mail;

import static ma.mowakaba.kernel.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stops what grows faster than people write: mails of one sender to cases, mails to one case. The rows are the state, so that all nodes
 * stop and go on together.
 */
@Repository
class Storms implements MailStops {

    private final JdbcClient sql;
    private final ThreadBook book;
    private final RawMails raws;
    private final CheckSettings.Storm settings;
    private final Clock clock;

    Storms(JdbcClient sql, ThreadBook book, RawMails raws, CheckSettings settings, Clock clock) {
        this.sql = sql;
        this.book = book;
        this.raws = raws;
        this.settings = settings.storm();
        this.clock = clock;
    }

    /** @return why this mail is held: message {@code mail.reason.<reason>} */
    Optional<String> stopping(Arrival arrival, Place place) {
        String number = place.number().value();
        Optional<EmailAddress> sender = arrival.mail().from().address();
        String address = sender.map(EmailAddress::value).orElse(number);
        List<Stop> stops = sql.sql(
                        "select subject, reason, since, until from mail_stop where subject in (:number, :address)")
                .param("number", number)
                .param("address", address)
                .query((row, at) -> read(row))
                .list();
        return stops.stream()
                .filter(stop -> stop.until().isAfter(arrival.at()))
                .map(Stop::reason)
                .findFirst()
                .or(() -> begun(arrival, place, sender, stops));
    }

    private Optional<String> begun(Arrival arrival, Place place, Optional<EmailAddress> sender, List<Stop> before) {
        String number = place.number().value();
        if (book.received(place.ticket(), since(arrival, number, before), settings.aCase()) >= settings.aCase()) {
            return Optional.of(stop(number, "storm-case", arrival.at()));
        }
        return sender.filter(from -> raws.appended(from, since(arrival, from.value(), before), settings.aSender())
                        >= settings.aSender())
                .map(from -> stop(from.value(), "storm-sender", arrival.at()));
    }

    /** After a stop it is counted anew. */
    private Instant since(Arrival arrival, String subject, List<Stop> before) {
        Instant window = arrival.at().minus(settings.within());
        return before.stream()
                .filter(stop -> stop.subject().equals(subject) && stop.until().isAfter(window))
                .map(Stop::until)
                .findFirst()
                .orElse(window);
    }

    private String stop(String subject, String reason, Instant at) {
        sql.sql("""
            insert into mail_stop (subject, reason, since, until) values (:subject, :reason, :at, :until)
            on duplicate key update reason = :reason, since = :at, until = :until\
            """)
                .param("subject", subject)
                .param("reason", reason)
                .param("at", utc(at))
                .param("until", utc(at.plus(settings.pause())))
                .update();
        return reason;
    }

    @Override
    public List<Stop> now() {
        return sql.sql("select subject, reason, since, until from mail_stop where until > :now order by since desc"
                        + " limit 100")
                .param("now", utc(clock.instant()))
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public void lift(String subject) {
        sql.sql("update mail_stop set until = :now where subject = :subject and until > :now")
                .param("now", utc(clock.instant()))
                .param("subject", subject)
                .update();
    }

    private static Stop read(ResultSet row) throws SQLException {
        return new Stop(
                row.getString("subject"),
                row.getString("reason"),
                Columns.instant(row, "since"),
                Columns.instant(row, "until"));
    }
}
