package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.freshId;
import static ma.mowakaba.mail.MailTexts.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.CenterTest;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonCard;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.mail.Arrival.Claims;
import ma.mowakaba.mail.MailRemarks.Remark;
import ma.mowakaba.mail.Mailroom.Handled;
import ma.mowakaba.mail.Mailroom.Receipt;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TimelineEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** To which case a mail comes, and as whose. */
@CenterTest
class ThreadsCenterTest {

    private static final CheckSettings WITH_KEY = CheckFixtures.keys("a key of this test alone");

    @Autowired
    Mailroom mailroom;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Directory directory;

    @Autowired
    ThreadBook book;

    @Autowired
    MailRemarks remarks;

    @Autowired
    MailSettings settings;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Vault vault;

    @Autowired
    Sorting sorting;

    @Autowired
    Filing filing;

    @Autowired
    GreenMail server;

    @Test
    void aStrangerWhoAnswersIsAThirdPartyAndTheAnswerStillGoesToTheRequester() throws Exception {
        String from = freshAddress();
        String stranger = freshAddress();
        Ticket ticket = ticket(mailroom.accept(mail(from, "Récépissé", "Bonjour")));
        String headers = "In-Reply-To: <" + sent(ticket) + ">\n";

        Receipt answer = mailroom.accept(mail(stranger, "Re: Récépissé", freshId(), headers, "Je suis le trésorier"));

        assertThat(answer.outcome()).isEqualTo(Handled.APPENDED);
        assertThat(answer.ticket()).contains(ticket.number());
        assertThat(remarks(answer)).containsExactly(Remark.of("third-party"));
        assertThat(helpdesk.get(ticket.id()).requester()).isEqualTo(ticket.requester());
        helpdesk.reply(ticket.id(), DemoStaff.id("advisor"), "Voici la réponse.", List.of());
        await().atMost(Duration.ofSeconds(60)).until(() -> inbox(from) == 2);
        assertThat(inbox(stranger)).isZero();
    }

    @Test
    void aThirdPartyIsNoPartyByHavingWrittenOnce() {
        String stranger = freshAddress();
        Ticket ticket = ticket(mailroom.accept(mail(freshAddress(), "Statuts", "Bonjour")));
        mailroom.accept(mail(stranger, "Re", freshId(), "In-Reply-To: <" + sent(ticket) + ">\n", "Moi aussi"));

        Receipt byNumber =
                mailroom.accept(mail(stranger, "Re: " + ticket.number().tag(), "Montrez-moi la suite"));

        assertThat(byNumber.outcome()).isEqualTo(Handled.CREATED);
        assertThat(remarks(byNumber))
                .containsExactly(Remark.of("named-another", ticket.number().value()));
    }

    @Test
    void aReferenceIsBelievedBeforeATagAndATagBeforeANumber() {
        String from = freshAddress();
        Ticket one = ticket(mailroom.accept(mail(from, "Un", "Bonjour 1")));
        Ticket two = ticket(mailroom.accept(mail(from, "Deux", "Bonjour 2")));
        Ticket three = ticket(mailroom.accept(mail(from, "Trois", "Bonjour 3")));
        Claims claims = new Claims(Optional.of(three), Optional.of(two), Authenticity.NOT_ASKED, Optional.empty());
        String reference = "References: <" + sent(one) + ">\n";

        assertThat(file(mail(from, "Re", freshId(), reference, "a"), claims).ticket())
                .contains(one.number());
        assertThat(file(mail(from, "Re", freshId(), "", "b"), claims).ticket()).contains(two.number());
        assertThat(file(mail(from, "Re", "c"), claims(three, Authenticity.NOT_ASKED))
                        .ticket())
                .contains(three.number());
    }

    @Test
    void whoForgesTheRequestersAddressReachesHisCaseByNoNumberAndNoGuessedReference() {
        String from = freshAddress();
        String id = freshId();
        Ticket ticket = ticket(mailroom.accept(mail(from, "Récépissé", id, "", "Bonjour")));
        String guessed = "In-Reply-To: <" + id + ">\n";

        Receipt forged = file(mail(from, "Re", freshId(), guessed, "Rappel"), claims(ticket, Authenticity.FAILED));
        Receipt unproven = file(mail(from, "Re", freshId(), guessed, "Bis"), claims(ticket, Authenticity.UNPROVEN));

        assertThat(forged.outcome()).isEqualTo(Handled.CREATED);
        assertThat(unproven.outcome()).isEqualTo(Handled.CREATED);
        assertThat(remarks(forged))
                .containsExactly(
                        Remark.of("failed"),
                        Remark.of("named-another", ticket.number().value()));
    }

    @Test
    void whoseSenderIsForgedIsNeverAcknowledged() {
        Receipt forged = file(mail(freshAddress(), "Aide", "Rappel"), claims(Authenticity.FAILED));
        Receipt unproven = file(mail(freshAddress(), "Aide", "Bis"), claims(Authenticity.UNPROVEN));

        assertThat(messages(ticket(forged))).hasSize(1);
        assertThat(messages(ticket(unproven))).hasSize(2);
    }

    @Test
    void whoseSenderIsNotProvenButWhoAnswersAMailOfOursIsReadAsAThirdParty() {
        String from = freshAddress();
        Ticket ticket = ticket(mailroom.accept(mail(from, "Récépissé", "Bonjour")));

        Receipt answer = file(
                mail(from, "Re", freshId(), "In-Reply-To: <" + sent(ticket) + ">\n", "Merci"),
                claims(ticket, Authenticity.UNPROVEN));

        assertThat(answer.ticket()).contains(ticket.number());
        assertThat(remarks(answer)).containsExactly(Remark.of("unproven"), Remark.of("third-party"));
    }

    @Test
    void aConfirmedSenderIsSaidToBeSo() {
        String from = freshAddress();
        Ticket ticket = ticket(mailroom.accept(mail(from, "Récépissé", "Bonjour")));

        Receipt answer = file(mail(from, "Re", "Merci"), claims(ticket, Authenticity.CONFIRMED));

        assertThat(answer.ticket()).contains(ticket.number());
        assertThat(remarks(answer)).containsExactly(Remark.of("confirmed"));
    }

    @Test
    void aMailSentToTheAddressOfACaseComesToIt() {
        Ticket ticket = ticket(mailroom.accept(mail(freshAddress(), "Récépissé", "Bonjour")));
        ReplyAddress addresses = new ReplyAddress(settings, mailboxes, WITH_KEY);
        byte[] raw = mail(
                freshAddress(),
                "Sans numéro",
                freshId(),
                "Cc: " + addresses.of(ticket.number(), settings.address()) + "\n",
                "Voici");

        Receipt answer = file(raw, trace(WITH_KEY, addresses, raw).claims());

        assertThat(answer.outcome()).isEqualTo(Handled.APPENDED);
        assertThat(answer.ticket()).contains(ticket.number());
        assertThat(remarks(answer)).containsExactly(Remark.of("third-party"));
    }

    @Test
    void whatAColleagueForwardsIsTheRequestOfWhoWroteIt() {
        String writer = freshAddress();
        CheckSettings colleagues = CheckFixtures.colleagues("@centre.example.ma");
        byte[] raw = mail(
                "Karima <karima@centre.example.ma>",
                "TR: Subvention",
                freshId(),
                "",
                "De : Salma <" + writer
                        + ">\nEnvoyé : lundi\nÀ : karima@centre.example.ma\nObjet : Subvention\n\nOù ?");

        Provenance.Traced traced = trace(colleagues, new ReplyAddress(settings, mailboxes, colleagues), raw);
        Receipt receipt = file(raw, traced);

        Ticket ticket = ticket(receipt);
        assertThat(ticket.subject()).isEqualTo("Subvention");
        assertThat(ticket.requester())
                .isEqualTo(directory.whoIs(new EmailAddress(writer)).map(PersonCard::id));
        assertThat(messages(ticket).getFirst().from()).isEqualTo("Salma <" + writer + ">");
        assertThat(remarks(receipt)).containsExactly(Remark.of("forwarded", "Karima <karima@centre.example.ma>"));
    }

    @Test
    void whatAnybodyElseForwardsIsHisOwnRequest() {
        byte[] raw = Recordings.raw("forward-outlook-in-french");

        Provenance.Traced traced = trace(
                CheckFixtures.colleagues("@other.example.ma"), new ReplyAddress(settings, mailboxes, WITH_KEY), raw);

        assertThat(traced.mail().from().shown()).isEqualTo("collegue@centre.example.ma");
        assertThat(traced.claims().forwarder()).isEmpty();
    }

    private Provenance.Traced trace(CheckSettings checks, ReplyAddress addresses, byte[] raw) {
        return new Provenance(checks, addresses, helpdesk).trace(MimeReader.read(raw));
    }

    private static Claims claims(Authenticity sender) {
        return new Claims(Optional.empty(), Optional.empty(), sender, Optional.empty());
    }

    private static Claims claims(Ticket tagged, Authenticity sender) {
        return new Claims(Optional.of(tagged), Optional.empty(), sender, Optional.empty());
    }

    private Receipt file(byte[] raw, Claims claims) {
        return file(raw, new Provenance.Traced(MimeReader.read(raw), claims));
    }

    /** As the mail room does it, with what is claimed about the mail. */
    private Receipt file(byte[] raw, Provenance.Traced traced) {
        Vault.Stored stored = vault.store(raw, "test");
        Arrival read = sorting.read(stored.id(), raw, "test");
        return filing.file(new Arrival(
                read.id(),
                read.at(),
                read.bytes(),
                traced.mail(),
                read.fingerprint(),
                read.about(),
                read.by(),
                traced.claims()));
    }

    private String sent(Ticket ticket) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> messages(ticket).get(1).delivery() == TimelineEntry.Delivery.SENT);
        return book.thread(List.of(ticket.id())).stream()
                .filter(KnownMail::ours)
                .map(KnownMail::reference)
                .findFirst()
                .orElseThrow();
    }

    private long inbox(String address) {
        return Inbox.of(server, address).size();
    }

    private List<Remark> remarks(Receipt receipt) {
        return remarks.of(List.of(receipt.message().orElseThrow()))
                .getOrDefault(receipt.message().orElseThrow(), List.of());
    }

    private Ticket ticket(Receipt receipt) {
        return helpdesk.get(receipt.ticket().orElseThrow());
    }

    private List<TimelineEntry.Message> messages(Ticket ticket) {
        return Spoken.in(ticket, helpdesk);
    }
}
