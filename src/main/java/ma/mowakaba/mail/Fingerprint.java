package ma.mowakaba.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.ticket.IncomingMessage.AttachmentDraft;

/** SHA-256 of bytes, and of what a mail says however it travelled. */
final class Fingerprint {

    private Fingerprint() {}

    static byte[] of(byte[] bytes) {
        return sha256().digest(bytes);
    }

    /** @return the same for two copies of one mail that took different ways, and so have different headers */
    static byte[] of(ParsedMail mail) {
        MessageDigest digest = sha256();
        add(digest, mail.from().address().map(EmailAddress::value).orElse(""));
        add(digest, mail.subject());
        add(digest, mail.body().text());
        for (AttachmentDraft file : mail.body().attachments()) {
            add(digest, file.name());
            digest.update(file.bytes());
        }
        return digest.digest();
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
