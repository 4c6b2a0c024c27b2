package ma.mowakaba.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.util.unit.DataSize;

/** Mails written by tests: each its own, unless it says otherwise. */
final class MailTexts {

    private MailTexts() {}

    static String freshAddress() {
        return "membre-" + UUID.randomUUID() + "@example.ma";
    }

    static String freshId() {
        return UUID.randomUUID() + "@example.ma";
    }

    /** @param headers further ones, each ended by a line feed */
    static byte[] mail(String from, String subject, String id, String headers, String text) {
        String mail = "From: " + from + "\nTo: markaz@mowakaba.localhost\nSubject: " + subject + "\nMessage-ID: <" + id
                + ">\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
                + headers + "\n" + text + "\n";
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static MailSettings settings(String address, MailSettings.Reading read) {
        return settings(address, read, Mailbox.OAuth.NONE);
    }

    static MailSettings settings(String address, MailSettings.Reading read, Mailbox.OAuth sending) {
        return new MailSettings(
                address,
                List.of(),
                read,
                new MailSettings.Sending(sending),
                DataSize.ofMegabytes(25),
                Duration.ofDays(730),
                true,
                Duration.ofDays(1),
                URI.create("http://localhost/help"));
    }

    static byte[] mail(String from, String subject, String text) {
        return mail(from, subject, freshId(), "", text);
    }
}
