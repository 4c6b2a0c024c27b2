package ma.mowakaba.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * One open mailbox, kept between looks. Mails are named by their UID only, asked for many at a time, and given as they came: the library's
 * own messages would write their headers anew.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3501">RFC 3501 §2.3.1.1, §6.4.8</a>
 */
final class ImapConnection implements AutoCloseable {

    private final Store store;
    private final Folder folder;

    /** @param folder open, of this store */
    ImapConnection(Store store, Folder folder) {
        this.store = store;
        this.folder = folder;
    }

    /** Asks the server, so that one that went away is noticed. */
    boolean alive() {
        return folder.isOpen();
    }

    long validity() throws IOException {
        try {
            return ((UIDFolder) folder).getUIDValidity();
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    /** @return higher UIDs, lowest first */
    List<Long> after(long last) throws IOException {
        List<Long> uids = new ArrayList<>();
        for (Response line : ask("UID SEARCH UID " + (last + 1) + ":*")) {
            if (line instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
                for (long uid = found.readLong(); uid != -1; uid = found.readLong()) {
                    uids.add(uid);
                }
            }
        }
        // with nothing new the server gives the last one again
        return uids.stream().filter(uid -> uid > last).sorted().toList();
    }

    /** @return bytes of each mail, as the server counts them; without those that are no longer there */
    Map<Long, Long> sizes(List<Long> uids) throws IOException {
        Map<Long, Long> sizes = new HashMap<>();
        for (Response line : ask("UID FETCH " + set(uids) + " (UID RFC822.SIZE)")) {
            if (line instanceof FetchResponse mail
                    && mail.getItem(UID.class) instanceof UID uid
                    && mail.getItem(RFC822SIZE.class) instanceof RFC822SIZE size) {
                sizes.put(uid.uid, size.size);
            }
        }
        return sizes;
    }

    /** Does not mark them. @return the bytes as they came; without those that the server does not give */
    Map<Long, byte[]> raw(List<Long> uids) throws IOException {
        Map<Long, byte[]> mails = new HashMap<>();
        for (Response line : ask("UID FETCH " + set(uids) + " (UID BODY.PEEK[])")) {
            if (line instanceof FetchResponse mail
                    && mail.getItem(UID.class) instanceof UID uid
                    && mail.getItem(BODY.class) instanceof BODY body
                    && body.getByteArray() != null) {
                int start = body.getByteArray().getStart();
                int end = start + body.getByteArray().getCount();
                mails.put(uid.uid, Arrays.copyOfRange(body.getByteArray().getBytes(), start, end));
            }
        }
        return mails;
    }

    /** @throws Refused in a mailbox that may only be read */
    void seen(List<Long> uids) throws IOException {
        ask("UID STORE " + set(uids) + " +FLAGS.SILENT (\\Seen)");
    }

    /** The server understood, and says no. The connection is as good as before. */
    static final class Refused extends IOException {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        Refused(Throwable cause) {
            super(cause);
        }
    }

    private Response[] ask(String command) throws IOException {
        try {
            return (Response[]) ((IMAPFolder) folder).doCommand(protocol -> ask(protocol, command));
        } catch (MessagingException e) {
            throw e.getCause() instanceof CommandFailedException ? new Refused(e) : new IOException(e);
        }
    }

    /** What else the server says in its answer, such as new counts, is for the library. */
    private static Response[] ask(IMAPProtocol protocol, String command) throws ProtocolException {
        Response[] answer = protocol.command(command, null);
        protocol.notifyResponseHandlers(Arrays.stream(answer)
                .map(line -> line instanceof FetchResponse ? null : line)
                .toArray(Response[]::new));
        protocol.handleResult(answer[answer.length - 1]);
        return answer;
    }

    private static String set(List<Long> uids) {
        return uids.stream().map(String::valueOf).collect(Collectors.joining(","));
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
