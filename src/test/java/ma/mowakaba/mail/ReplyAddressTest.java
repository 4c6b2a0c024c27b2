package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import ma.mowakaba.ticket.TicketNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ReplyAddressTest {

    private static final TicketNumber NUMBER = new TicketNumber("2026-000123");

    private static final String OWN = "markaz@mowakaba.localhost";

    @Test
    void withoutAKeyAnswersComeBackToTheCenter() {
        assertThat(addresses().of(NUMBER, OWN)).isEqualTo("markaz@mowakaba.localhost");
    }

    @Test
    void theTagIsKnownAgainWhereverServersPutIt() {
        ReplyAddress addresses = addresses("a key of the center");
        String address = addresses.of(NUMBER, OWN);

        assertThat(address).matches("markaz\\+2026-000123-[a-z2-7]{16}@mowakaba\\.localhost");
        assertThat(addresses.in(mail("To: Centre <" + address + ">\n"))).contains(NUMBER);
        assertThat(addresses.in(mail("Cc: x@example.ma, " + address.toUpperCase(Locale.ROOT) + "\n")))
                .contains(NUMBER);
        assertThat(addresses.in(mail("Delivered-To: " + address + "\n"))).contains(NUMBER);
    }

    @Test
    void aTagThatIsNotOursSaysNothing() {
        ReplyAddress addresses = addresses("a key of the center");
        String address = addresses.of(NUMBER, OWN);
        String last = address.charAt(address.indexOf('@') - 1) == 'a' ? "b@" : "a@";

        assertThat(addresses.in(mail("To: " + address.replace("000123", "000124") + "\n")))
                .isEmpty();
        assertThat(addresses.in(mail("To: " + address.replaceFirst(".@", last) + "\n")))
                .isEmpty();
        assertThat(addresses.in(mail("To: " + address.replace("markaz", "autre") + "\n")))
                .isEmpty();
        assertThat(addresses("another key of it").in(mail("To: " + address + "\n")))
                .isEmpty();
        assertThat(addresses.in(mail("To: markaz+2026-000123@mowakaba.localhost\n")))
                .isEmpty();
    }

    @Test
    void anOldKeyIsKnownWhileANewOneSigns() {
        String old = addresses("the old key of it").of(NUMBER, OWN);
        ReplyAddress now = addresses("the new key of it", "the old key of it");

        assertThat(now.in(mail("To: " + old + "\n"))).contains(NUMBER);
        assertThat(now.of(NUMBER, OWN)).isNotEqualTo(old);
    }

    private static ReplyAddress addresses(String... keys) {
        MailSettings settings =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("mowakaba.mail", MailSettings.class);
        return new ReplyAddress(
                settings,
                new Mailboxes(settings, new StaticListableBeanFactory().getBeanProvider(Mailbox.class)),
                CheckFixtures.keys(keys));
    }

    private static ParsedMail mail(String headers) {
        return MimeReader.read(
                ("From: a@example.ma\n" + headers + "Subject: x\n\nBonjour\n").getBytes(StandardCharsets.UTF_8));
    }
}
