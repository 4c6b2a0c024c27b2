package ma.mowakaba.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** One open mailbox, kept between looks. Reads without marking: what is seen is said only after the mail is committed. */
final class ImapConnection implements AutoCloseable {

    private final Store store;
    private final Folder folder;
    private final UIDFolder uids;

    private ImapConnection(Store store, Folder folder) {
        this.store = store;
        this.folder = folder;
        this.uids = (UIDFolder) folder;
    }

    /** @throws IOException the server is away, or refuses */
    static ImapConnection open(Mailbox mailbox, Duration timeout) throws IOException {
        String protocol = mailbox.encryption() == Mailbox.Encryption.TLS ? "imaps" : "imap";
        try {
            return open(
                    JakartaMail.session(properties(mailbox, protocol, timeout)).getStore(protocol), mailbox);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private static ImapConnection open(Store store, Mailbox mailbox) throws MessagingException {
        try {
            store.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
            Folder folder = store.getFolder(mailbox.folder());
            folder.open(Folder.READ_WRITE);
            return new ImapConnection(store, folder);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Properties properties(Mailbox mailbox, String protocol, Duration timeout) {
        Properties properties = new Properties();
        String millis = String.valueOf(timeout.toMillis());
        for (String limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail." + protocol + "." + limit, millis);
        }
        boolean startTls = mailbox.encryption() == Mailbox.Encryption.STARTTLS;
        properties.setProperty("mail." + protocol + ".starttls.enable", String.valueOf(startTls));
        properties.setProperty("mail." + protocol + ".starttls.required", String.valueOf(startTls));
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.setProperty("mail." + protocol + ".peek", "true");
        properties.setProperty("mail." + protocol + ".partialfetch", "false");
        return properties;
    }

    boolean alive() {
        return folder.isOpen();
    }

    long validity() throws IOException {
        try {
            return uids.getUIDValidity();
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    /** A mail that is still in the mailbox. */
    record Found(long uid, Message mail) {}

    /** @return mails with a higher UID, lowest first, at most {@code limit} */
    List<Found> after(long last, int limit) throws IOException {
        try {
            folder.getMessageCount();
            List<Found> found = new ArrayList<>();
            for (Message mail : uids.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
                long uid = mail == null ? 0 : uids.getUID(mail);
                // with nothing new the server gives the last one again
                if (uid > last && found.size() < limit) {
                    found.add(new Found(uid, mail));
                }
            }
            return found;
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    /** @return the bytes as they came; empty when somebody removed the mail in the meantime */
    Optional<byte[]> raw(Found found) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            found.mail().writeTo(bytes);
            return Optional.of(bytes.toByteArray());
        } catch (MessageRemovedException gone) {
            return Optional.empty();
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    void seen(Found found) throws IOException {
        try {
            found.mail().setFlag(Flags.Flag.SEEN, true);
        } catch (MessageRemovedException gone) {
            // it needs no mark any more
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException alreadyGone) {
            // nothing left to close
        }
    }
}
