package ma.mowakaba.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;

/** How the mailboxes are doing, for whoever looks after them. */
public interface MailboxBoard {

    /** @return every mailbox of the settings, in their order */
    List<State> all();

    /**
     * One mailbox.
     *
     * @param server host, port and folder; empty when its mails are handed over by a server instead of being read
     * @param readAt when the server was last reached; empty when it never was
     * @param backlog mails that waited when the present run began
     * @param behind how many of them are still to be taken
     * @param trouble why it cannot be read: message {@code mail.trouble.<code>}, with {@code .advice}
     * @param next when it is tried again
     * @param left mails that could not be taken and are still in the mailbox
     */
    record State(
            String address,
            String server,
            Optional<DomainCode> domain,
            Optional<Language> language,
            Optional<Instant> readAt,
            int backlog,
            int behind,
            Optional<Trouble> trouble,
            List<Left> left) {

        /** @return {@code trouble}, {@code handed} over by a server, {@code behind}, {@code well}, or {@code never} reached */
        public String word() {
            if (trouble.isPresent()) {
                return "trouble";
            }
            if (server.isEmpty()) {
                return "handed";
            }
            if (behind > 0) {
                return "behind";
            }
            return readAt.isPresent() ? "well" : "never";
        }

        /** @return 0 to 100: how much of the backlog has been taken */
        public int percent() {
            return backlog == 0 ? 100 : (int) (100L * (backlog - behind) / backlog);
        }
    }

    record Trouble(String code, Instant since, Instant next) {}

    /** @param bytes as the server counts them @param tooBig larger than a mail may be; else the server does not give it */
    record Left(long uid, long bytes, Instant since, boolean tooBig) {}
}
