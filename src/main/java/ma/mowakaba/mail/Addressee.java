package ma.mowakaba.mail;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.ticket.ReplyChannel.Outgoing;
import org.springframework.stereotype.Component;

/** To which of his addresses a message goes. */
@Component
class Addressee {

    private final Directory directory;
    private final NoticeBook notices;

    Addressee(Directory directory, NoticeBook notices) {
        this.directory = directory;
        this.notices = notices;
    }

    /**
     * @return whom an acknowledgement answers; else the address he last wrote from on this case, else the one we know him by
     * @throws Problem INVALID {@code mail.no-address} when we know none, {@code mail.unsubscribed} when it is a notice and he wants none
     */
    EmailAddress of(Outgoing message, List<KnownMail> thread) {
        EmailAddress to = Optional.of(message)
                .filter(Outgoing::automatic)
                .flatMap(told -> EmailAddress.parse(told.recipient()))
                .orElseGet(() -> hisOwn(message, thread));
        if (message.notice() && notices.stopped(to)) {
            throw Problem.invalid("mail.unsubscribed");
        }
        return to;
    }

    private EmailAddress hisOwn(Outgoing message, List<KnownMail> thread) {
        List<EmailAddress> his = message.to().map(directory::emails).orElse(List.of());
        Optional<EmailAddress> wroteFrom = thread.reversed().stream()
                .filter(known -> !known.ours() && known.role() == KnownMail.Role.PARTY)
                .flatMap(known -> EmailAddress.parse(known.address()).stream())
                .filter(address -> his.isEmpty() || his.contains(address))
                .findFirst();
        return wroteFrom.or(() -> his.stream().findFirst()).orElseThrow(() -> Problem.invalid("mail.no-address"));
    }
}
