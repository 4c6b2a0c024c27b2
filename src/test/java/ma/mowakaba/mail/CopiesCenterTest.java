package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.freshId;
import static ma.mowakaba.mail.MailTexts.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.mowakaba.CenterTest;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.mail.Mailroom.Handled;
import ma.mowakaba.mail.Mailroom.Receipt;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TimelineEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever reads along in a case: seen by the advisor, and written to when he wants it. */
@CenterTest
class CopiesCenterTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @Autowired
    GreenMail server;

    @Autowired
    Mailroom mailroom;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Participants participants;

    private final String writer = freshAddress();
    private final String treasurer = "tresorier-" + freshAddress();
    private final String president = "president-" + freshAddress();

    @Test
    void whoWasInCopyOfAMailStandsByItAndIsOfferedForTheAnswer() {
        Ticket ticket = asked("Cc: =?utf-8?Q?Tr=C3=A9sorier?= <" + treasurer
                + ">, Markaz <markaz@mowakaba.localhost>, <" + writer + ">\n");

        List<TimelineEntry> said = timeline(ticket);
        assertThat(messages(said).findFirst().orElseThrow().copies())
                .containsExactly(
                        new EmailAddress(treasurer),
                        new EmailAddress("markaz@mowakaba.localhost"),
                        new EmailAddress(writer));
        assertThat(participants.beside(List.of(new EmailAddress(writer)), said))
                .containsExactly(new EmailAddress(treasurer));
    }

    @Test
    void anAnswerWithCopiesIsOneMailToAllWhichEachMayAnswerOnTheSameCase() throws Exception {
        Ticket ticket = asked("");

        helpdesk.reply(ticket.id(), DemoStaff.id("advisor"), answer(treasurer, president, treasurer));

        MimeMessage hers = arrived(writer, 2);
        MimeMessage his = arrived(treasurer, 1);
        arrived(president, 1);
        assertThat(his.getMessageID()).isEqualTo(hers.getMessageID());
        assertThat(his.getRecipients(RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly(writer);
        assertThat(his.getRecipients(RecipientType.CC))
                .extracting(Object::toString)
                .containsExactly(treasurer, president);
        assertThat(messages(timeline(ticket)).toList().getLast().copies())
                .containsExactly(new EmailAddress(treasurer), new EmailAddress(president));

        Receipt further = mailroom.accept(
                mail(treasurer, "Re: Statuts", freshId(), "In-Reply-To: " + his.getMessageID() + "\n", "Bien reçu."));
        assertThat(further.outcome()).isEqualTo(Handled.APPENDED);
        assertThat(further.ticket()).contains(ticket.number());
        assertThat(participants.beside(List.of(new EmailAddress(writer)), timeline(ticket)))
                .containsExactly(new EmailAddress(treasurer), new EmailAddress(president));
    }

    @Test
    void whoeverIsWrittenToAndInCopyGetsOneMail() throws Exception {
        Ticket ticket = asked("");

        helpdesk.reply(ticket.id(), DemoStaff.id("advisor"), answer(writer));

        arrived(writer, 2);
        await().during(Duration.ofSeconds(1))
                .atMost(A_WHILE)
                .until(() -> inbox(writer).size() == 2);
    }

    @Test
    void anAnswerIsNoMailing() {
        Ticket ticket = asked("");
        String[] many = Stream.generate(MailTexts::freshAddress).limit(11).toArray(String[]::new);

        assertThatThrownBy(() -> helpdesk.reply(ticket.id(), DemoStaff.id("advisor"), answer(many)))
                .hasMessageContaining("ticket.copies-too-many");
    }

    private Ticket asked(String headers) {
        Receipt receipt = mailroom.accept(mail(writer, "Statuts", freshId(), headers, "Bonjour, voici nos statuts."));
        arrived(writer, 1);
        return helpdesk.get(receipt.ticket().orElseThrow());
    }

    private static Helpdesk.Answer answer(String... copies) {
        return new Helpdesk.Answer(
                "Voici la réponse.",
                List.of(),
                List.of(),
                Stream.of(copies).map(EmailAddress::new).toList());
    }

    private List<TimelineEntry> timeline(Ticket ticket) {
        return helpdesk.timeline(ticket.id(), Page.Request.first(50)).items();
    }

    private static Stream<TimelineEntry.Message> messages(List<TimelineEntry> said) {
        return said.stream().filter(TimelineEntry.Message.class::isInstance).map(TimelineEntry.Message.class::cast);
    }

    private MimeMessage arrived(String address, int count) {
        await().atMost(A_WHILE).until(() -> inbox(address).size() == count);
        return inbox(address).getLast();
    }

    /** Not {@link Inbox}: what arrives for a copy is not written to him. */
    private List<MimeMessage> inbox(String address) {
        return Optional.ofNullable(server.getUserManager().getUserByEmail(address)).stream()
                .flatMap(user -> box(user).getMessages().stream())
                .map(StoredMessage::getMimeMessage)
                .toList();
    }

    private MailFolder box(GreenMailUser user) {
        try {
            return server.getManagers().getImapHostManager().getInbox(user);
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
