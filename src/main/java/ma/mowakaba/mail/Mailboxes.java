package ma.mowakaba.mail;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.mowakaba.kernel.EmailAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every address people write to, of the settings and of the context. */
@Component
class Mailboxes {

    /** Whom a mail went to: what the last server wrote counts more than what the sender did. */
    private static final List<String> RECIPIENTS = List.of("delivered-to", "x-original-to", "envelope-to", "to", "cc");

    private static final Pattern BETWEEN = Pattern.compile("[\\s<>,;:\"()\\[\\]]+");

    private final List<Mailbox> all;

    Mailboxes(MailSettings settings, ObjectProvider<Mailbox> given) {
        this.all = Stream.concat(settings.mailboxes().stream(), given.stream()).toList();
    }

    List<Mailbox> all() {
        return all;
    }

    Optional<Mailbox> of(EmailAddress address) {
        return all.stream().filter(mailbox -> mailbox.is(address)).findFirst();
    }

    /**
     * By which mailbox a mail came in. Addresses without a mailbox of their own are forwarded to others, and known by the mail's recipients.
     *
     * @param source address of the mailbox it was read from, or something else
     */
    Optional<Mailbox> of(String source, ParsedMail mail) {
        Optional<Mailbox> read =
                source.indexOf('@') > 0 ? EmailAddress.parse(source).flatMap(this::of) : Optional.empty();
        return recipient(mail, read.isPresent() ? one -> !one.isRead() : one -> true)
                .or(() -> read);
    }

    private Optional<Mailbox> recipient(ParsedMail mail, Predicate<Mailbox> among) {
        return RECIPIENTS.stream()
                .flatMap(header -> BETWEEN.splitAsStream(mail.header(header)))
                .filter(word -> word.indexOf('@') > 0)
                .flatMap(word -> EmailAddress.parse(word).map(ReplyAddress::plain).flatMap(this::of).stream())
                .filter(among)
                .findFirst();
    }
}
