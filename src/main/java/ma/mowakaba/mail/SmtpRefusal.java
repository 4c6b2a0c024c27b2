package ma.mowakaba.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.EmailAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Reads from the library's chain of exceptions what the server said about each recipient. */
final class SmtpRefusal {

    private final Map<String, SmtpAnswer> single = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private Optional<SmtpAnswer> whole = Optional.empty();

    private SmtpRefusal(MessagingException refused) {
        for (Exception e = refused; e instanceof MessagingException next; e = next.getNextException()) {
            read(next);
        }
    }

    static Map<EmailAddress, SmtpAnswer> answers(MessagingException refused, List<EmailAddress> to) {
        SmtpRefusal read = new SmtpRefusal(refused);
        Map<EmailAddress, SmtpAnswer> answers = SmtpMail.all(to, SmtpAnswer.CUT);
        answers.replaceAll((recipient, unknown) -> read.about(recipient.value()));
        return answers;
    }

    private SmtpAnswer about(String recipient) {
        return taken.contains(recipient)
                ? SmtpAnswer.ACCEPTED
                : Optional.ofNullable(single.get(recipient)).or(() -> whole).orElse(SmtpAnswer.CUT);
    }

    private void read(MessagingException e) {
        if (e instanceof SMTPAddressFailedException one) {
            single.put(one.getAddress().getAddress(), SmtpAnswer.of(one.getReturnCode()));
        } else if (e instanceof SMTPSendFailedException all && all.getReturnCode() >= 400) {
            whole = Optional.of(
                    String.valueOf(all.getCommand()).startsWith("MAIL")
                            ? SmtpAnswer.aboutUs(all.getReturnCode())
                            : SmtpAnswer.of(all.getReturnCode()));
        }
        if (e instanceof SendFailedException partly && partly.getValidSentAddresses() != null) {
            taken.addAll(Arrays.stream(partly.getValidSentAddresses())
                    .map(SmtpRefusal::bare)
                    .toList());
        }
    }

    private static String bare(Address address) {
        return address instanceof InternetAddress known ? known.getAddress() : address.toString();
    }
}
