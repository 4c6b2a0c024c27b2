package ma.mowakaba.mail;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An address people write to, from the settings or given as a bean, and the mailbox it is read from over IMAP.
 *
 * @param address under which people write to it, and from which they are answered; mail from it is never a request
 * @param host empty when its mails come by {@code POST /api/mail} and it is not read
 * @param password empty with OAuth 2.0
 * @param folder whose mails become messages
 * @param sslBundle name of the {@code spring.ssl.bundle} with the authority that signed the server's certificate; empty for the known ones
 * @param oauth where tokens are asked for, instead of a password
 * @param desk what its mails are about and how they are answered, unless something better is known
 */
public record Mailbox(
        String address,
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("TLS") Encryption encryption,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("") String sslBundle,
        @DefaultValue OAuth oauth,
        @DefaultValue Desk desk) {

    /** How the connection is kept from listeners. */
    public enum Encryption {
        /** From the first byte, commonly port 993. */
        TLS,
        /** Asked for on a plain connection, and refused without, commonly port 143. */
        STARTTLS,
        /** Only ever on the same machine. */
        NONE
    }

    /**
     * OAuth 2.0, by the credentials of the program or by a refresh token that somebody was given for it.
     *
     * @param tokenUrl empty for a password
     * @param refreshToken empty for the program's own credentials
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749">RFC 6749 §4.4, §6</a>
     */
    public record OAuth(
            @DefaultValue("") String tokenUrl,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("") String scope,
            @DefaultValue("") String refreshToken) {

        static final OAuth NONE = new OAuth("", "", "", "", "");

        boolean used() {
            return !tokenUrl.isEmpty();
        }

        @Override
        public String toString() {
            return tokenUrl;
        }
    }

    /**
     * @param domain of a case whose mail does not say what it is about
     * @param language of a mail too short to tell
     * @param sender name answers come from, by language
     * @param signature below answers, by language
     */
    public record Desk(
            @Nullable String domain,
            @Nullable Language language,
            @Nullable Map<Language, String> sender,
            @Nullable Map<Language, String> signature) {

        static final Desk ANY = new Desk(null, null, null, null);

        /** @throws ma.mowakaba.kernel.Problem INVALID {@code domain.malformed}: the center does not start */
        public Desk {
            domain = domain == null || domain.isBlank() ? null : new DomainCode(domain).value();
        }

        Optional<DomainCode> about() {
            return Optional.ofNullable(domain).map(DomainCode::new);
        }

        Optional<Language> tongue() {
            return Optional.ofNullable(language);
        }

        Optional<String> sender(Language reader) {
            return Optional.ofNullable(sender).map(names -> names.get(reader));
        }

        Optional<String> signature(Language reader) {
            return Optional.ofNullable(signature).map(texts -> texts.get(reader));
        }
    }

    /** A mailbox with a password, whose mails may be about anything. */
    public static Mailbox of(
            String address, String host, int port, String user, String password, Encryption encryption) {
        return new Mailbox(
                address.toLowerCase(Locale.ROOT),
                host,
                port,
                user,
                password,
                encryption,
                "INBOX",
                "",
                OAuth.NONE,
                Desk.ANY);
    }

    boolean is(EmailAddress other) {
        return EmailAddress.parse(address).equals(Optional.of(other));
    }

    boolean isRead() {
        return !host.isEmpty();
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
