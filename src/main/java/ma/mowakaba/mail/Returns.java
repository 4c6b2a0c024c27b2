package ma.mowakaba.mail;

import static ma.mowakaba.kernel.Columns.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.MessageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes note of mails that came back: on the message that did not arrive, and against its address. */
@Repository
class Returns implements UndeliverableAddresses {

    private final JdbcClient sql;
    private final Deliveries deliveries;

    Returns(JdbcClient sql, Deliveries deliveries) {
        this.sql = sql;
        this.deliveries = deliveries;
    }

    /**
     * @param sent the mail of ours it is about
     * @return with its address, where the report did not say it
     */
    Returned take(Returned returned, KnownMail sent, Instant at) {
        Optional<EmailAddress> to = returned.address().isEmpty()
                ? EmailAddress.parse(sent.address())
                : returned.address().filter(named -> wroteTo(sent, named));
        if (to.isEmpty()) {
            return returned;
        }
        switch (returned.fate()) {
            case DEAD -> {
                deliveries.bounced(sent.reference(), to, returned.status(), true);
                to.ifPresent(address -> mark(address, Reason.DEAD, returned, at));
            }
            case REFUSED, EXPIRED -> deliveries.bounced(sent.reference(), to, returned.status(), true);
            case DELAYED -> deliveries.bounced(sent.reference(), to, returned.status(), false);
            case COMPLAINT -> to.ifPresent(address -> mark(address, Reason.COMPLAINT, returned, at));
            case DELIVERED -> {}
        }
        return new Returned(to, returned.fate(), returned.status(), returned.text());
    }

    /** Whoever reports says whom he likes. */
    private boolean wroteTo(KnownMail sent, EmailAddress named) {
        MessageId message = new MessageId(sent.message());
        return named.value().equals(sent.address())
                || deliveries.of(List.of(message)).getOrDefault(message, List.of()).stream()
                        .anyMatch(recipient -> recipient.address().equals(named.value()));
    }

    private void mark(EmailAddress address, Reason reason, Returned returned, Instant at) {
        sql.sql("""
            insert into mail_undeliverable (address, reason, status, text, at, times)
            values (:address, :reason, :status, :text, :at, 1)
            on duplicate key update reason = :reason, status = :status, text = :text, at = :at, times = times + 1\
            """)
                .param("address", address.value())
                .param("reason", reason.name())
                .param("status", returned.status())
                .param("text", returned.text())
                .param("at", utc(at))
                .update();
    }

    @Override
    public Optional<Undeliverable> look(EmailAddress address) {
        return sql.sql("""
            select reason, status, text, at, times from mail_undeliverable u where address = :address
              and not exists (select 1 from mail_raw r where r.sender = u.address and r.received_at > u.at
                and r.state = 'FILED')\
            """)
                .param("address", address.value())
                .query((row, number) -> new Undeliverable(
                        Reason.valueOf(row.getString("reason")),
                        row.getString("status"),
                        row.getString("text"),
                        Columns.instant(row, "at"),
                        row.getInt("times")))
                .optional();
    }
}
