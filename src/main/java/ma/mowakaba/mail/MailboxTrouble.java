package ma.mowakaba.mail;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import ma.mowakaba.kernel.Causes;

/** Why a mailbox cannot be read: messages {@code mail.trouble.<code>} and {@code mail.trouble.<code>.advice}. */
enum MailboxTrouble {
    TOKEN,
    UNKNOWN_HOST,
    UNREACHABLE,
    CERTIFICATE,
    ENCRYPTION,
    REFUSED,
    FOLDER,
    CUT,
    OTHER;

    /** The first whose sign is among the causes; told by name where the vocabulary is not ours. */
    private static final List<Map.Entry<String, MailboxTrouble>> SIGNS = List.of(
            Map.entry("MailConnectException", UNREACHABLE),
            Map.entry("AuthenticationFailedException", REFUSED),
            Map.entry("FolderNotFoundException", FOLDER),
            Map.entry("ReadOnlyFolderException", FOLDER),
            Map.entry("StoreClosedException", CUT),
            Map.entry("FolderClosedException", CUT),
            Map.entry("ConnectionException", CUT));

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static MailboxTrouble of(Throwable fault) {
        return Causes.of(fault)
                .flatMap(MailboxTrouble::sign)
                .min(Enum::compareTo)
                .orElse(OTHER);
    }

    private static Stream<MailboxTrouble> sign(Throwable cause) {
        return switch (cause) {
            case UnknownHostException none -> Stream.of(UNKNOWN_HOST);
            case ConnectException none -> Stream.of(UNREACHABLE);
            case NoRouteToHostException none -> Stream.of(UNREACHABLE);
            case CertificateException wrong -> Stream.of(CERTIFICATE);
            case SSLException wrong -> Stream.of(ENCRYPTION);
            case AccessTokens.NoToken none -> Stream.of(TOKEN);
            case InterruptedIOException late -> Stream.of(CUT);
            default ->
                SIGNS.stream()
                        .filter(sign -> cause.getClass().getSimpleName().equals(sign.getKey()))
                        .map(Map.Entry::getValue);
        };
    }
}
