package ma.mowakaba.mail;

import java.time.Instant;
import java.util.List;

/** Who may not write to cases for a while, since he writes faster than people do: two machines that answer each other, mostly. */
public interface MailStops {

    /** @return those that hold now, newest first, at most 100 */
    List<Stop> now();

    /** Lets mails through again, and counts them anew. Unknown ones are no error. */
    void lift(String subject);

    /**
     * @param subject an address, or the number of a case
     * @param reason message {@code mail.reason.<reason>}
     */
    record Stop(String subject, String reason, Instant since, Instant until) {}
}
