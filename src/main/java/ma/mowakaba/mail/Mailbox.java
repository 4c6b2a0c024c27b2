package ma.mowakaba.mail;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A mailbox that is read over IMAP, from the settings or given as a bean.
 *
 * @param address under which people write to it; mail from this address is never a request
 * @param folder whose mails become messages
 */
public record Mailbox(
        String address,
        String host,
        @DefaultValue("993") int port,
        String user,
        String password,
        @DefaultValue("TLS") Encryption encryption,
        @DefaultValue("INBOX") String folder) {

    /** How the connection is kept from listeners. */
    public enum Encryption {
        /** From the first byte, commonly port 993. */
        TLS,
        /** Asked for on a plain connection, and refused without, commonly port 143. */
        STARTTLS,
        /** Only ever on the same machine. */
        NONE
    }

    /** @return the same for every node that reads it */
    String name() {
        return user + "@" + host + ":" + port + "/" + folder;
    }

    @Override
    public String toString() {
        return host + ":" + port + "/" + folder;
    }
}
