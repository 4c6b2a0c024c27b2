package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.freshId;
import static ma.mowakaba.mail.MailTexts.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import ma.mowakaba.CenterTest;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A center with an address for one of its subjects, beside its own. */
@CenterTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "mowakaba.demo.database.home=target/test-mailboxes/mariadb",
            "mowakaba.demo.home=target/test-mailboxes",
            "mowakaba.mail.mailboxes[0].address=tamwil@mowakaba.localhost",
            "mowakaba.mail.mailboxes[0].desk.domain=funding",
            "mowakaba.mail.mailboxes[0].desk.language=fr",
            "mowakaba.mail.mailboxes[0].desk.sender.fr=Service du financement",
            "mowakaba.mail.mailboxes[0].desk.sender.ar=\u0645\u0635\u0644\u062d\u0629"
                    + " \u0627\u0644\u062a\u0645\u0648\u064a\u0644",
            "mowakaba.mail.mailboxes[0].desk.signature.fr=Service du financement\\nOuvert du lundi au vendredi"
        })
class SeveralMailboxesIT {

    private static final String FUNDING = "tamwil@mowakaba.localhost";
    private static final String CENTER = "markaz@mowakaba.localhost";

    @Autowired
    Postroom postroom;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Library library;

    @Autowired
    GreenMail server;

    @Test
    void aMailThatDoesNotSayWhatItIsAboutBecomesACaseOfItsMailboxsSubjectAndLanguage() {
        Ticket ticket = taken(mail(freshAddress(), "...", "Ok"), FUNDING);

        assertThat(ticket.domain()).isEqualTo(new DomainCode("funding"));
        assertThat(ticket.language()).isEqualTo(Language.FR);
    }

    @Test
    void whatAMailSaysCountsMoreThanTheMailboxItCameTo() {
        String question = "كيفاش ندير جمعية فالحسيمة؟ بغيت نأسس جمعية جديدة";
        DomainCode said = library.classify("تأسيس جمعية\n" + question).domain();

        Ticket ticket = taken(mail(freshAddress(), "تأسيس جمعية", question), FUNDING);

        assertThat(said).isNotIn(DomainCode.GENERAL, new DomainCode("funding"));
        assertThat(ticket.domain()).isEqualTo(said);
        assertThat(ticket.language()).isEqualTo(Language.AR);
    }

    @Test
    void aMailHandedOverByAServerIsKnownByWhomItWasDeliveredTo() {
        Ticket delivered = taken(
                mail(freshAddress(), "...", freshId(), "Delivered-To: " + FUNDING.toUpperCase() + "\n", "Ok"), "api");
        Ticket copied =
                taken(mail(freshAddress(), "...", freshId(), "Cc: \"Financement\" <" + FUNDING + ">\n", "Ok"), "api");
        Ticket other = taken(mail(freshAddress(), "...", "Ok"), "api");

        assertThat(delivered.domain()).isEqualTo(new DomainCode("funding"));
        assertThat(copied.domain())
                .as("the center itself is the first recipient")
                .isEqualTo(DomainCode.GENERAL);
        assertThat(other.domain()).isEqualTo(DomainCode.GENERAL);
    }

    @Test
    void answersLeaveWithTheAddressNameAndSignatureOfTheMailboxTheirCaseCameInBy() throws Exception {
        String from = freshAddress();
        Ticket ticket = taken(mail(from, "Subvention", "Bonjour, où déposer notre dossier de subvention ?"), FUNDING);

        helpdesk.reply(ticket.id(), DemoStaff.id("advisor"), "Sur le portail.", List.of());

        MimeMessage reply = arrived(from, 2);
        InternetAddress sender = (InternetAddress) reply.getFrom()[0];
        assertThat(sender.getAddress()).isEqualTo(FUNDING);
        assertThat(sender.getPersonal()).isEqualTo("Service du financement");
        assertThat(((InternetAddress) reply.getReplyTo()[0]).getAddress()).isEqualTo(FUNDING);
        assertThat(GreenMailUtil.getWholeMessage(reply)).contains("Ouvert du lundi au vendredi");
        assertThat(arrived(from, 2).getMessageID()).endsWith("@mowakaba.localhost>");
    }

    @Test
    void answersOfOtherCasesLeaveWithTheCentersOwnAddress() throws Exception {
        String from = freshAddress();
        Ticket ticket = taken(mail(from, "Récépissé", "Bonjour, quand arrive le récépissé ?"), CENTER);

        helpdesk.reply(ticket.id(), DemoStaff.id("advisor"), "Sous peu.", List.of());

        assertThat(((InternetAddress) arrived(from, 2).getFrom()[0]).getAddress())
                .isEqualTo(CENTER);
        assertThat(GreenMailUtil.getWholeMessage(arrived(from, 2))).doesNotContain("financement");
    }

    @Test
    void mailFromAnyOfTheMailboxesIsNeverARequest() {
        assertThat(postroom.accept(mail(FUNDING, "Boucle", "Bonjour"), CENTER).outcome())
                .isEqualTo(Mailroom.Handled.QUARANTINED);
    }

    private Ticket taken(byte[] raw, String source) {
        return helpdesk.get(postroom.accept(raw, source).ticket().orElseThrow());
    }

    /** @return the newest when that many have arrived: the acknowledgement is the first */
    private MimeMessage arrived(String address, int count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> inbox(address).size() == count);
        return inbox(address).getLast();
    }

    private List<MimeMessage> inbox(String address) {
        return Inbox.of(server, address);
    }
}
