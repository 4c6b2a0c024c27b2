package ma.mowakaba.mail;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.mail.MailRemarks.Remark;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.MessageId;
import ma.mowakaba.ticket.Rereading;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is read of an original now goes into its message, which says who had it read again, and when. */
@Component
class SecondReading {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final Rereading messages;
    private final RemarkBook remarks;
    private final Accounts accounts;
    private final Clock clock;

    SecondReading(Rereading messages, RemarkBook remarks, Accounts accounts, Clock clock) {
        this.messages = messages;
        this.remarks = remarks;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param mail as it is read now @return whether anything is different */
    @Transactional
    boolean put(ParsedMail mail, MessageId message, StaffId by) {
        var now = new Rereading.Understood(
                mail.copies(),
                mail.subject(),
                Casework.text(mail),
                mail.body().html(),
                mail.body().attachments());
        boolean changed = messages.understood(message, now, Optional.of(by));
        if (changed) {
            remarks.renew(
                    message,
                    Remark.of(
                            "read-again",
                            accounts.find(by).map(one -> one.name()).orElse(""),
                            DAY.format(Columns.now(clock))));
        }
        return changed;
    }
}
