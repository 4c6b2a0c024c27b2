package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.freshId;
import static ma.mowakaba.mail.MailTexts.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.mail.Mailroom.Handled;
import ma.mowakaba.mail.Mailroom.Receipt;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketNumber;
import ma.mowakaba.ticket.TimelineEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@CenterTest
class MailroomCenterTest {

    @Autowired
    Mailroom mailroom;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    Sorting sorting;

    @Autowired
    Filing filing;

    @Autowired
    RawMails raws;

    @Autowired
    JdbcClient sql;

    @Test
    void aMailBecomesATicketInItsLanguageAndIsAcknowledgedOnce() {
        Receipt receipt = mailroom.accept(mail(freshAddress(), "تأسيس جمعية", "كيفاش ندير جمعية فالحسيمة؟"));

        Ticket ticket = ticket(receipt);
        assertThat(receipt.outcome()).isEqualTo(Handled.CREATED);
        assertThat(ticket.channel()).isEqualTo(Channel.MAIL);
        assertThat(ticket.language()).isEqualTo(Language.AR);
        assertThat(ticket.requester()).isPresent();
        assertThat(messages(ticket))
                .extracting(TimelineEntry.Message::automatic)
                .containsExactly(false, true);
        assertThat(messages(ticket).getFirst().id().value())
                .isEqualTo(receipt.message().orElseThrow());
        assertThat(messages(ticket).getLast().text()).contains(ticket.number().value(), "توصلنا برسالتكم");
    }

    @Test
    void theSameBytesTwiceAreOneMessage() {
        byte[] raw = mail(freshAddress(), "Subvention", "Où déposer ?");

        Receipt first = mailroom.accept(raw);
        Receipt second = mailroom.accept(raw);

        assertThat(second.outcome()).isEqualTo(Handled.DUPLICATE);
        assertThat(second.ticket()).isEqualTo(first.ticket());
        assertThat(second.message()).isEqualTo(first.message());
        assertThat(messages(ticket(first))).hasSize(2);
    }

    @Test
    void aMailThatAnotherNodeFiledMeanwhileIsNotFiledAgain() {
        String subject = "Statuts " + freshId();
        byte[] raw = mail(freshAddress(), subject, "Bonjour");
        Receipt there = mailroom.accept(raw);
        // as this node saw it before the other one was ready
        sql.sql("delete from mail_thread where ticket = ?")
                .param(there.ticket().orElseThrow().value())
                .update();

        UUID id = raws.sameBytes(raw).orElseThrow().id();
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> filing.fileNew(sorting.read(id, raw, "api")));

        assertThat(sql.sql("select count(*) from ticket where subject = ?")
                        .param(subject)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(messages(ticket(there))).hasSize(2);
    }

    @Test
    void theSameMailOnTwoWaysIsOneMessage() {
        String from = freshAddress();
        String id = freshId();

        Receipt first = mailroom.accept(mail(from, "Statuts", id, "Received: from a by b\n", "Bonjour"));
        Receipt second = mailroom.accept(mail(from, "Statuts", id, "Received: from c by d\n", "Bonjour"));

        assertThat(second.outcome()).isEqualTo(Handled.DUPLICATE);
        assertThat(second.ticket()).isEqualTo(first.ticket());
    }

    @Test
    void twoMailsOfOneMessageIdAreTwoWhenTheySayDifferentThings() {
        String from = freshAddress();
        String id = freshId();

        mailroom.accept(mail(from, "Un", id, "", "Bonjour"));

        assertThat(mailroom.accept(mail(from, "Deux", id, "", "Bonsoir")).outcome())
                .isEqualTo(Handled.CREATED);
    }

    @Test
    void oneMailFromEightSidesAtOnceIsOneMessage() throws Exception {
        String from = freshAddress();
        String id = freshId();
        List<Callable<Receipt>> senders = IntStream.range(0, 16)
                .mapToObj(way -> (Callable<Receipt>) () ->
                        mailroom.accept(mail(from, "Huit", id, "Received: from way" + way % 2 + " by b\n", "Bonjour")))
                .toList();

        List<Receipt> receipts;
        try (var pool = Executors.newFixedThreadPool(8)) {
            receipts = pool.invokeAll(senders).stream().map(Future::resultNow).toList();
        }

        assertThat(receipts)
                .filteredOn(receipt -> receipt.outcome() == Handled.CREATED)
                .hasSize(1);
        assertThat(receipts)
                .filteredOn(receipt -> receipt.outcome() == Handled.DUPLICATE)
                .hasSize(15);
        assertThat(receipts)
                .extracting(Receipt::ticket)
                .containsOnly(receipts.getFirst().ticket());
        assertThat(messages(ticket(receipts.getFirst()))).hasSize(2);
    }

    @Test
    void anAnswerLandsOnTheTicketOfTheMailItAnswers() {
        String from = freshAddress();
        String id = freshId();
        Receipt first = mailroom.accept(mail(from, "Récépissé", id, "", "Bonjour"));

        Receipt answer = mailroom.accept(
                mail(from, "Re: tout autre chose", freshId(), "In-Reply-To: <" + id + ">\n", "Une précision"));

        assertThat(answer.outcome()).isEqualTo(Handled.APPENDED);
        assertThat(answer.ticket()).isEqualTo(first.ticket());
        assertThat(messages(ticket(first)))
                .filteredOn(TimelineEntry.Message::automatic)
                .hasSize(1);
    }

    @Test
    void theNumberInTheSubjectCountsFromTheRequesterAndNotFromAStranger() {
        String from = freshAddress();
        Receipt first = mailroom.accept(mail(from, "Récépissé", "Bonjour"));
        String tagged = "Re: Récépissé " + first.ticket().orElseThrow().tag();

        Receipt his = mailroom.accept(mail(from, tagged, "Une précision"));
        Receipt foreign = mailroom.accept(mail(freshAddress(), tagged, "Montrez-moi ce dossier"));

        assertThat(his.ticket()).isEqualTo(first.ticket());
        assertThat(foreign.outcome()).isEqualTo(Handled.CREATED);
        assertThat(foreign.ticket()).isNotEqualTo(first.ticket());
    }

    @Test
    void aNumberThatDoesNotExistOpensATicket() {
        assertThat(mailroom.accept(mail(freshAddress(), "Re: [2019-999999]", "Bonjour"))
                        .outcome())
                .isEqualTo(Handled.CREATED);
    }

    @Test
    void anAutomaticAnswerIsKeptWithItsTicketAndAnsweredByNothing() {
        String from = freshAddress();
        String id = freshId();
        Receipt first = mailroom.accept(mail(from, "Récépissé", id, "", "Bonjour"));

        Receipt automatic = mailroom.accept(mail(
                from, "Absence", freshId(), "Auto-Submitted: auto-replied\nIn-Reply-To: <" + id + ">\n", "Absent"));

        assertThat(automatic.outcome()).isEqualTo(Handled.AUTO_REPLY);
        assertThat(automatic.ticket()).isEqualTo(first.ticket());
        assertThat(messages(ticket(first))).hasSize(3);
        assertThat(messages(ticket(first)).getLast().heard()).isFalse();
        assertThat(messages(ticket(first)).getLast().text()).isEqualTo("Absent");
    }

    @Test
    void aMassMailingIsFiledAndNotAcknowledged() {
        Receipt receipt = mailroom.accept(
                mail(freshAddress(), "Lettre", freshId(), "List-Id: <lettre.example.org>\n", "Nouvelles"));

        assertThat(messages(ticket(receipt))).hasSize(1);
    }

    @Test
    void aSenderIsToldANumberOnceADayHoweverManyCasesHeOpens() {
        String from = freshAddress();
        List<Receipt> receipts = IntStream.range(0, 4)
                .mapToObj(i -> mailroom.accept(mail(from, "Question " + i, "Bonjour " + i)))
                .toList();

        assertThat(receipts).extracting(Receipt::outcome).containsOnly(Handled.CREATED);
        assertThat(receipts.stream().map(receipt -> messages(ticket(receipt)).size()))
                .containsExactly(2, 1, 1, 1);
        assertThat(messages(ticket(mailroom.accept(mail(freshAddress(), "Question", "Bonjour")))))
                .hasSize(2);
    }

    @Test
    void ofTheMailsOfOneSenderThatComeAtOnceOneIsAcknowledged() throws Exception {
        String from = freshAddress();
        List<Callable<Receipt>> mails = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Receipt>) () -> mailroom.accept(mail(from, "Sujet " + i, "Bonjour " + i)))
                .toList();

        List<Receipt> receipts;
        try (var pool = Executors.newFixedThreadPool(8)) {
            receipts = pool.invokeAll(mails).stream().map(Future::resultNow).toList();
        }

        assertThat(receipts.stream().flatMap(receipt -> messages(ticket(receipt)).stream()))
                .filteredOn(TimelineEntry.Message::automatic)
                .hasSize(1);
    }

    @Test
    void bytesThatAreNoMailAreHeldWhereSomebodySeesThemAndCanBeTriedAgain() {
        byte[] raw = ("no mail " + freshId()).getBytes(java.nio.charset.StandardCharsets.UTF_8);

        Receipt receipt = mailroom.accept(raw);

        assertThat(receipt.outcome()).isEqualTo(Handled.QUARANTINED);
        Mailroom.Held held = mailroom.held(50).stream()
                .filter(mail -> mail.bytes() == raw.length)
                .findFirst()
                .orElseThrow();
        assertThat(mailroom.raw(held.id())).isEqualTo(raw);
        assertThat(mailroom.retry(held.id()).outcome()).isEqualTo(Handled.QUARANTINED);
    }

    @Test
    void aMailOfTwentyMegabytesKeepsEveryByteOfItsAttachment() {
        String line = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAx\n";
        String headers = "";
        String body = "--b\nContent-Type: application/pdf; name=\"grand.pdf\"\nContent-Transfer-Encoding: base64\n\n"
                + line.repeat(20 * 1024 * 1024 / line.length()) + "--b--";
        byte[] raw = new String(
                        mail(freshAddress(), "Grand", freshId(), headers, body),
                        java.nio.charset.StandardCharsets.UTF_8)
                .replace("Content-Type: text/plain; charset=utf-8", "Content-Type: multipart/mixed; boundary=b")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        Receipt receipt = mailroom.accept(raw);

        TimelineEntry.Attachment file =
                messages(ticket(receipt)).getFirst().attachments().getFirst();
        assertThat(file.name()).isEqualTo("grand.pdf");
        assertThat(helpdesk.attachment(file.id()).bytes())
                .hasSize(20 * 1024 * 1024 / line.length() * 54)
                .startsWith("ABCDEFGHIJ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private Ticket ticket(Receipt receipt) {
        return helpdesk.get(
                receipt.ticket().map(TicketNumber::value).map(TicketNumber::new).orElseThrow());
    }

    private List<TimelineEntry.Message> messages(Ticket ticket) {
        return Spoken.in(ticket, helpdesk);
    }
}
