package ma.mowakaba.demo.player;

import java.util.List;
import org.apache.commons.mail2.jakarta.SimpleEmail;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Associations that write: by SMTP into the mail server, from where the center fetches by IMAP. */
@Played
@Order(2)
class Writers implements Player.Part {

    private final Environment environment;
    private final List<List<String>> senders = Scripts.read("associations.tsv");
    private final List<List<String>> letters = Scripts.read("mails.tsv");

    Writers(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void play(int turn) throws Exception {
        List<String> sender = senders.get((turn * 5 + 2) % senders.size());
        List<String> letter = letters.get(turn % letters.size());
        var email = new SimpleEmail();
        email.setCharset("UTF-8");
        email.setHostName("127.0.0.1");
        email.setSmtpPort(environment.getRequiredProperty("mowakaba.demo.mail.smtp-port", Integer.class));
        email.setFrom(sender.get(6), sender.get(3));
        email.addTo(environment.getRequiredProperty("mowakaba.demo.mail.address"));
        email.setSubject(letter.get(2));
        email.setMsg(letter.get(3) + "\n\n" + sender.get(3) + "\n" + sender.get(0));
        email.send();
    }
}
