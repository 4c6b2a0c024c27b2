package ma.mowakaba.mail;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import ma.mowakaba.kernel.EmailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of mail in and out.
 *
 * @param address the center's own, which answers come from and go back to
 * @param mailboxes read over IMAP
 * @param read how mailboxes are read
 * @param send how mails are handed over, beside {@code spring.mail}
 * @param limit of one mail
 * @param keep how long originals are kept; those that are held are kept until they are filed
 * @param acknowledge whether new cases are acknowledged at all
 * @param acknowledgeAgain how long a sender who was told a number is told no other, so that two machines never talk
 * @param helpUrl where the public articles are
 */
@ConfigurationProperties("mowakaba.mail")
record MailSettings(
        @DefaultValue("markaz@mowakaba.localhost") String address,
        List<Mailbox> mailboxes,
        @DefaultValue Reading read,
        @DefaultValue Sending send,
        @DefaultValue("25MB") DataSize limit,
        @DefaultValue("730d") Duration keep,
        @DefaultValue("true") boolean acknowledge,
        @DefaultValue("24h") Duration acknowledgeAgain,
        @DefaultValue("http://localhost:8080/help") URI helpUrl) {

    /**
     * @param every how often a mailbox is looked into
     * @param timeout of a connection, and of each answer
     * @param batch mails taken in one go
     * @param longestPause between two attempts while a mailbox is away
     */
    record Reading(
            @DefaultValue("5s") Duration every,
            @DefaultValue("30s") Duration timeout,
            @DefaultValue("50") int batch,
            @DefaultValue("5m") Duration longestPause) {}

    /** @param oauth where tokens for the user of {@code spring.mail.username} are asked for, instead of a password */
    record Sending(@DefaultValue Mailbox.OAuth oauth) {}

    MailSettings {
        mailboxes = mailboxes == null ? List.of() : List.copyOf(mailboxes);
    }

    EmailAddress own() {
        return new EmailAddress(address);
    }
}
