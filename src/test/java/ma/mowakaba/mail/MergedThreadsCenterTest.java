package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.freshId;
import static ma.mowakaba.mail.MailTexts.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.CenterTest;
import ma.mowakaba.demo.DemoStaff;
import ma.mowakaba.mail.Mailroom.Handled;
import ma.mowakaba.mail.Mailroom.Receipt;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.MergedCases;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketChange;
import ma.mowakaba.ticket.TicketState;
import ma.mowakaba.ticket.TimelineEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails to cases that are parts of others, and what leaves for whom. */
@CenterTest
class MergedThreadsCenterTest {

    private final StaffId advisor = DemoStaff.id("advisor");

    @Autowired
    Mailroom mailroom;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    MergedCases merged;

    @Autowired
    ThreadBook book;

    @Autowired
    GreenMail server;

    @Autowired
    JdbcClient sql;

    @Test
    void aReplyToAMergedCaseLandsOnTheSurvivingOneByItsReferenceAndByItsNumber() {
        String from = freshAddress();
        Ticket part = ticket(mailroom.accept(mail(from, "Un", "Bonjour")));
        Ticket whole = ticket(mailroom.accept(mail(from, "Deux", "Bonsoir")));
        String sent = sent(part);
        merged.merge(part.id(), whole.id(), advisor);

        Receipt byReference =
                mailroom.accept(mail(from, "Re", freshId(), "In-Reply-To: <" + sent + ">\n", "Par référence"));
        Receipt byNumber = mailroom.accept(mail(from, "Re: " + part.number().tag(), "Par numéro"));

        assertThat(List.of(byReference.outcome(), byNumber.outcome())).containsOnly(Handled.APPENDED);
        assertThat(byReference.ticket()).contains(whole.number());
        assertThat(byNumber.ticket()).contains(whole.number());
        assertThat(Spoken.in(whole, helpdesk))
                .extracting(TimelineEntry.Message::text)
                .contains("Par référence", "Par numéro");
    }

    @Test
    void anAnswerFromTheSurvivingCaseContinuesTheMailsOfThePart() throws Exception {
        String from = freshAddress();
        String id = freshId();
        Ticket part = ticket(mailroom.accept(mail(from, "Un", id, "", "Bonjour")));
        Ticket whole = helpdesk.open(
                new ma.mowakaba.ticket.NewTicket(
                        "Appel",
                        ma.mowakaba.kernel.Channel.CALL,
                        part.domain(),
                        part.language(),
                        part.priority(),
                        part.requester(),
                        Optional.empty()),
                Optional.empty());
        merged.merge(part.id(), whole.id(), advisor);

        helpdesk.reply(whole.id(), advisor, "Voici la réponse.", List.of());

        await().atMost(Duration.ofSeconds(60)).until(() -> inbox(from).size() == 2);
        MimeMessage answer = inbox(from).getLast();
        assertThat(answer.getSubject()).contains(whole.number().value());
        assertThat(answer.getHeader("References")[0]).contains(id);
        assertThat(answer.getHeader("In-Reply-To")[0]).isEqualTo("<" + id + ">");
        Receipt again = mailroom.accept(
                mail(from, "Re", freshId(), "In-Reply-To: " + answer.getMessageID() + "\n", "Merci bien"));
        assertThat(again.ticket()).contains(whole.number());
    }

    @Test
    void ofTwoPeoplesMergedCasesEachIsWrittenToAloneAndTheOthersNumberOpensNothing() throws Exception {
        String his = freshAddress();
        String hers = freshAddress();
        Ticket part = ticket(mailroom.accept(mail(his, "Dossier de Driss", "Bonjour")));
        Ticket whole = ticket(mailroom.accept(mail(hers, "Dossier de Salma", "Bonsoir")));
        String sentToHim = sent(part);
        sent(whole);
        merged.merge(part.id(), whole.id(), advisor);

        Receipt heard =
                mailroom.accept(mail(his, "Re", freshId(), "In-Reply-To: <" + sentToHim + ">\n", "Driss écrit encore"));
        helpdesk.reply(whole.id(), advisor, "Pour Salma seule", List.of());
        helpdesk.reply(part.id(), advisor, "Pour Driss seul", List.of());
        Receipt guessed = mailroom.accept(mail(his, "Re: " + whole.number().tag(), "Et ceci ?"));

        assertThat(heard.ticket()).contains(whole.number());
        assertThat(guessed.outcome()).isEqualTo(Handled.CREATED);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> inbox(hers).size() == 2 && inbox(his).size() == 2);
        assertThat(inbox(hers).getLast().getSubject())
                .contains("Dossier de Salma", whole.number().value());
        MimeMessage toHim = inbox(his).getLast();
        assertThat(toHim.getSubject())
                .contains("Dossier de Driss", part.number().value());
        assertThat(toHim.getHeader("References")[0]).contains(sentToHim);
        assertThat(com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(toHim))
                .doesNotContain(whole.number().value());
    }

    @Test
    void whoIsAcknowledgedAfterAMergeReadsHisOwnSubjectOnly() throws Exception {
        String his = freshAddress();
        Ticket part = ticket(mailroom.accept(mail(his, "Dossier de Driss", "Bonjour")));
        Ticket other = ticket(mailroom.accept(mail(freshAddress(), "Secret de Salma", "Bonsoir")));
        String sent = sent(part);
        Ticket whole = merged.merge(part.id(), other.id(), advisor);
        helpdesk.change(whole.id(), TicketChange.to(TicketState.CLOSED), whole.version(), Optional.of(advisor));
        sql.sql("update ticket set closed_at = date_sub(utc_timestamp(6), interval 15 day) where id = :id")
                .param("id", whole.id().value())
                .update();
        sql.sql("delete from mail_acknowledged where sender = :sender")
                .param("sender", his)
                .update();

        Receipt fresh = mailroom.accept(mail(his, "Re", freshId(), "In-Reply-To: <" + sent + ">\n", "Me revoilà"));

        assertThat(fresh.outcome()).isEqualTo(Handled.CREATED);
        assertThat(ticket(fresh).subject()).isEqualTo("Dossier de Driss");
        await().atMost(Duration.ofSeconds(60)).until(() -> inbox(his).size() == 2);
        assertThat(inbox(his).getLast().getSubject()).contains("Dossier de Driss");
    }

    private String sent(Ticket ticket) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !ours(ticket).isEmpty());
        return ours(ticket).getFirst();
    }

    private List<String> ours(Ticket ticket) {
        return book.thread(List.of(ticket.id())).stream()
                .filter(KnownMail::ours)
                .map(KnownMail::reference)
                .toList();
    }

    private List<MimeMessage> inbox(String address) {
        return Inbox.of(server, address);
    }

    private Ticket ticket(Receipt receipt) {
        return helpdesk.get(receipt.ticket().orElseThrow());
    }
}
